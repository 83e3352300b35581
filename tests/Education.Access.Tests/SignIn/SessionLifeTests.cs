using System.Net;
using System.Text.Json;
using Education.Access.Users;
using Education.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Access.Tests.SignIn;

public sealed class SessionLifeTests
{
    [Test]
    public async Task A_session_lives_on_while_it_is_used_and_ends_after_eight_idle_hours()
    {
        await using var host = await AccessHost.Start();
        await host.AddUser("askar", ["head"]);
        var client = await host.SignIn("askar");
        for (var i = 0; i < 3; i++)
        {
            host.Clock.Advance(TimeSpan.FromHours(5));
            Assert.That(await client.IsSignedIn(), Is.True, $"after {5 * (i + 1)} hours of use");
        }

        host.Clock.Advance(TimeSpan.FromHours(8.1));
        Assert.That(await client.IsSignedIn(), Is.False);
    }

    [Test]
    public async Task A_session_ends_after_seven_days_however_busy()
    {
        await using var host = await AccessHost.Start();
        await host.AddUser("askar", ["head"]);
        var client = await host.SignIn("askar");
        for (var hours = 5; hours < 7 * 24; hours += 5)
        {
            host.Clock.Advance(TimeSpan.FromHours(5));
            Assert.That(await client.IsSignedIn(), Is.True, $"after {hours} hours");
        }

        host.Clock.Advance(TimeSpan.FromHours(5));
        Assert.That(await client.IsSignedIn(), Is.False);
    }

    [Test]
    public async Task A_locked_users_session_stops_with_the_next_request_here_and_within_ten_seconds_on_another_copy()
    {
        await using var host = await AccessHost.Start();
        await using var other = host.StartAnother(AccessHost.Options());
        var id = await host.AddUser("askar", ["head"]);
        var here = await host.SignIn("askar");
        var there = await other.SignIn("askar");
        Assert.That(await there.IsSignedIn(), Is.True);

        await host.Inside(async services =>
        {
            var db = services.GetRequiredService<AccessDbContext>();
            (await db.Users.SingleAsync(u => u.Id == id)).Lock(true);
            await db.SaveChangesAsync();
        });
        await here.GetAsync("/api/v1/jobs").MustBeProblem(HttpStatusCode.Unauthorized, "not-signed-in");
        other.Clock.Advance(TimeSpan.FromSeconds(10));
        await there.GetAsync("/api/v1/jobs").MustBeProblem(HttpStatusCode.Unauthorized, "not-signed-in");
        await host.Anonymous().Post(AccessHost.Session, new { userName = "askar", password = AccessHost.Password })
            .MustBeProblem(HttpStatusCode.Unauthorized, "access.sign-in-failed");
    }

    [Test]
    public async Task Two_copies_of_the_application_share_sessions_and_antiforgery_tokens()
    {
        await using var host = await AccessHost.Start();
        await using var other = host.StartAnother(AccessHost.Options());
        await host.AddUser("askar", ["head"]);
        var (cookies, csrf) = await SignedInCookies(host);
        var client = other.WithoutCookies();
        client.DefaultRequestHeaders.Add("Cookie", cookies);
        client.DefaultRequestHeaders.Add("X-CSRF-Token", csrf);
        Assert.That(await client.IsSignedIn(), Is.True);
        await (await client.Delete(AccessHost.Session, null)).MustBe(HttpStatusCode.NoContent);
    }

    [Test]
    public async Task The_rate_limit_answers_429_and_says_when_to_come_back()
    {
        await using var host = await AccessHost.Start(("RateLimits:SignIn", "3"));
        var client = host.Anonymous();
        for (var i = 0; i < 3; i++)
        {
            (await client.Post(AccessHost.Session, new { userName = $"user{i}", password = "wrong" })).Dispose();
        }

        using var response = await client.Post(AccessHost.Session, new { userName = "user9", password = "wrong" });
        Assert.That(response.Headers.RetryAfter?.Delta, Is.GreaterThan(TimeSpan.Zero).And.LessThanOrEqualTo(TimeSpan.FromMinutes(1)));
        await Task.FromResult(response).MustBeProblem(HttpStatusCode.TooManyRequests, "too-many-requests");
    }

    private static async Task<(string Cookies, string Csrf)> SignedInCookies(ApiHost host)
    {
        using var response = await host.Anonymous().Post(AccessHost.Session, new { userName = "askar", password = AccessHost.Password });
        var session = await Task.FromResult(response).As<JsonElement>();
        return (
            string.Join("; ", response.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0])),
            session.GetProperty("csrfToken").GetString()!);
    }
}
