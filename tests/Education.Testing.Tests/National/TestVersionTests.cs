using Education.Registry.Contracts;
using Education.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Testing.Tests.National;

/// <summary>The versions of the test by year are norms of the Registry, and fit together.</summary>
internal sealed class TestVersionTests
{
    private ApiHost _host = null!;

    [OneTimeSetUp]
    public async Task Start() => _host = await ApiHost.Start();

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    /// <summary>Maximum; history, mathematical literacy, reading; a profile subject; thresholds of the total, history, mathematical literacy, reading and profile.</summary>
    [TestCase(2016, 125, 25, 25, 25, 25, 50, 4, 4, 4, 7)]
    [TestCase(2017, 140, 20, 20, 20, 40, 50, null, null, null, null)]
    [TestCase(2019, 140, 20, 20, 20, 40, 50, null, null, null, null)]
    [TestCase(2020, 140, 15, 15, 20, 45, 50, null, null, null, null)]
    [TestCase(2023, 140, 20, 15, 15, 45, 50, 5, 5, 5, 5)]
    [TestCase(2024, 140, 20, 10, 10, 50, 50, 5, 3, 3, 5)]
    [TestCase(2026, 140, 20, 10, 10, 50, 50, 5, 3, 3, 5)]
    public async Task A_year_has_its_maxima_and_thresholds(
        int year, int max, int history, int math, int reading, int profile, int threshold, int? historyAtLeast, int? mathAtLeast, int? readingAtLeast, int? profileAtLeast)
    {
        var norms = await Norms(year);
        int? Of(string code) => norms.TryGetValue("testing.unt." + code, out var norm) ? (int)norm.Value : null;
        Assert.Multiple(() =>
        {
            Assert.That((Of("max-score"), Of("subject-max.history"), Of("subject-max.math-literacy"), Of("subject-max.reading"), Of("subject-max.profile")),
                Is.EqualTo(((int?)max, (int?)history, (int?)math, (int?)reading, (int?)profile)));
            Assert.That(history + math + reading + (2 * profile), Is.EqualTo(max), "the subjects add up to the whole");
            Assert.That((Of("threshold"), Of("subject-threshold.history"), Of("subject-threshold.math-literacy"), Of("subject-threshold.reading"), Of("subject-threshold.profile")),
                Is.EqualTo(((int?)threshold, historyAtLeast, mathAtLeast, readingAtLeast, profileAtLeast)));
        });
    }

    [TestCase(2016, null)]
    [TestCase(2017, 120)]
    [TestCase(2021, 125)]
    [TestCase(2023, 125)]
    [TestCase(2024, 130)]
    public async Task With_a_creative_exam_there_is_no_mathematical_literacy(int year, int? max)
    {
        var norms = await Norms(year);
        Assert.That(norms.TryGetValue("testing.unt.max-score-creative", out var norm) ? (int?)norm.Value : null, Is.EqualTo(max));
        if (max is not null)
        {
            Assert.That(norms["testing.unt.max-score"].Value - norms["testing.unt.subject-max.math-literacy"].Value, Is.EqualTo(max));
        }
    }

    private Task<IReadOnlyDictionary<string, ParameterValue>> Norms(int year) => _host.Inside(services =>
        services.GetRequiredService<IParameters>().FindAll("testing.unt.", new DateOnly(year, 6, 1), null, CancellationToken.None));
}
