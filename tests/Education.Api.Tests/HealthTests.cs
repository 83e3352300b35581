using System.Net;
using Education.TestKit;

namespace Education.Api.Tests;

internal sealed class HealthTests
{
    [Test]
    public async Task Answers_that_it_lives_and_is_ready()
    {
        await using var host = await ApiHost.Start();
        var client = host.Anonymous();
        using var live = await client.GetAsync("/health/live");
        using var ready = await client.GetAsync("/health/ready");
        await live.MustBe(HttpStatusCode.OK);
        await ready.MustBe(HttpStatusCode.OK);
    }

    [Test]
    [SqliteOnly("an empty file")]
    public async Task Is_alive_but_not_ready_without_its_schema()
    {
        var empty = Path.Combine(Directory.CreateTempSubdirectory("education-empty-").FullName, "empty.db");
        await using var host = await ApiHost.Start(new() { Settings = new Dictionary<string, string> { ["Database:ConnectionString"] = $"Data Source={empty};Pooling=False" } });
        using var live = await host.Anonymous().GetAsync("/health/live");
        using var ready = await host.Anonymous().GetAsync("/health/ready");
        await live.MustBe(HttpStatusCode.OK);
        await ready.MustBe(HttpStatusCode.ServiceUnavailable);
        Directory.Delete(Path.GetDirectoryName(empty)!, recursive: true);
    }

    [Test]
    public async Task Jobs_need_a_sign_in()
    {
        await using var host = await ApiHost.Start();
        await host.Anonymous().GetAsync("/api/v1/jobs").MustBeProblem(HttpStatusCode.Unauthorized, "not-signed-in");
    }

    [TestCase("running")]
    [TestCase("Running")]
    public async Task A_filter_takes_the_values_that_the_api_writes(string status)
    {
        await using var host = await ApiHost.Start();
        using var jobs = await host.AsAdministrator().GetAsync("/api/v1/jobs?status=" + status);
        await jobs.MustBe(HttpStatusCode.OK);
    }

    [Test]
    public async Task An_unknown_parameter_is_refused_by_name()
    {
        await using var host = await ApiHost.Start();
        await host.AsAdministrator().GetAsync("/api/v1/jobs?colour=red&page=0&status=later")
            .MustBeInvalid("colour:unknown-parameter", "page:out-of-range", "status:unknown-value");
    }
}
