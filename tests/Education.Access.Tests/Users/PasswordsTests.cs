using Education.Access.Users;
using Education.SharedKernel;
using Education.TestKit;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Education.Access.Tests.Users;

public sealed class PasswordsTests
{
    [Test]
    public async Task The_application_hashes_with_the_rounds_that_OWASP_asks_for()
    {
        await using var host = await ApiHost.Start(new ApiHostOptions { RealSignIn = true });
        Assert.That(host.Services.GetRequiredService<IOptions<PasswordHasherOptions>>().Value.IterationCount, Is.GreaterThanOrEqualTo(210_000));
    }

    [Test]
    public void A_password_hashed_with_fewer_rounds_is_recognised_and_hashed_anew()
    {
        var old = new Passwords(Options.Create(new PasswordHasherOptions { IterationCount = 1000 }));
        var present = new Passwords(Options.Create(new PasswordHasherOptions { IterationCount = 2000 }));
        var user = new User("askar", "Асқар", Language.Kk, old.Hash("жаңбырлы көктем"));
        Assert.That(present.Verify(user, "жаңбырлы көктем"), Is.EqualTo(PasswordVerificationResult.SuccessRehashNeeded));
        Assert.That(present.Verify(user, "жаңбырлы көктеm"), Is.EqualTo(PasswordVerificationResult.Failed));
        Assert.That(present.Verify(null, "жаңбырлы көктем"), Is.EqualTo(PasswordVerificationResult.Failed));
    }
}
