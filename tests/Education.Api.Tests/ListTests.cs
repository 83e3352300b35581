using System.Text.Json;
using Education.Api.Tests.Notes;
using Education.SharedKernel;
using Education.TestKit;

namespace Education.Api.Tests;

/// <summary>The list contract: page, pageSize, sort, q, filters.</summary>
internal sealed class ListTests
{
    private const string Path = "/api/v1/notes";
    private NotesHost _host = null!;
    private HttpClient _client = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await NotesHost.Start();
        _client = _host.Writer();
        await _host.WithNotes(async db =>
        {
            // All of one day: only the id can tell them apart.
            for (var i = 0; i < 60; i++)
            {
                db.Add(new Note
                {
                    Number = $"N-{i:000}", InstitutionId = i % 3 == 0 ? _host.SouthSchool : _host.NorthSchool, Day = new DateOnly(2026, 9, 1),
                    Price = i * 2.5m, Kind = i < 10 ? NoteKind.Urgent : NoteKind.Plain, SearchName = SearchText.Normalize(i == 7 ? "Ұлттық тест" : "Жазба"),
                });
            }

            return await db.SaveChangesAsync();
        });
    }

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task Gives_fifty_rows_and_the_total_unless_asked()
    {
        var page = await _client.Get<PagedResult<NoteRow>>(Path);
        Assert.That((page.Items.Count, page.Page, page.PageSize, page.Total), Is.EqualTo((50, 1, 50, 60)));
        Assert.That(page.Items[0].Number, Is.EqualTo("N-000"));
    }

    [TestCase("page=0", "page:out-of-range")]
    [TestCase("Page=-1", "Page:out-of-range")]
    [TestCase("page=1.5", "page:unknown-value")]
    [TestCase("page=", "page:unknown-value")]
    [TestCase("page=1&page=2", "page:unknown-value")]
    [TestCase("pageSize=201", "pageSize:out-of-range")]
    [TestCase("PAGESIZE=0", "PAGESIZE:out-of-range")]
    [TestCase("colour=red", "colour:unknown-parameter")]
    [TestCase("kind=blue", "kind:unknown-value")]
    [TestCase("kind=1", "kind:unknown-value")]
    [TestCase("kind=plain,urgent", "kind:unknown-value")]
    [TestCase("day=01.09.2026", "day:unknown-value")]
    [TestCase("price=1,5", "price:unknown-value")]
    [TestCase("institutionId=5", "institutionId:unknown-value")]
    [TestCase("sort=colour", "sort:unknown-sort")]
    [TestCase("sort=number,-number", "sort:unknown-sort")]
    [TestCase("sort=--number", "sort:unknown-sort")]
    public async Task Refuses_what_it_does_not_know(string query, string error) => await _client.GetAsync($"{Path}?{query}").MustBeInvalid(error);

    [Test]
    public async Task Says_by_what_one_can_sort()
    {
        var problem = await _client.GetAsync(Path + "?sort=colour").MustBeProblem(System.Net.HttpStatusCode.BadRequest, "validation");
        Assert.That(problem.GetProperty("errors").GetProperty("sort")[0].GetProperty("message").GetString(), Is.EqualTo("Cannot sort by “colour”; possible: number, day, kind, price"));
    }

    [TestCase("2147483647")]
    [TestCase("3")]
    public async Task A_page_beyond_the_end_is_empty(string page)
    {
        var found = await _client.Get<PagedResult<NoteRow>>($"{Path}?page={page}&pageSize=30");
        Assert.That((found.Items.Count, found.Total), Is.EqualTo((0, 60)));
    }

    [TestCase("day")]
    [TestCase("-day")]
    [TestCase("kind,-day")]
    public async Task Pages_over_equal_keys_neither_repeat_nor_skip(string sort)
    {
        var seen = new List<Guid>();
        for (var page = 1; page <= 9; page++)
        {
            seen.AddRange((await _client.Get<PagedResult<NoteRow>>($"{Path}?sort={sort}&pageSize=7&page={page}")).Items.Select(r => r.Id));
        }

        Assert.That(seen, Has.Count.EqualTo(60).And.Unique);
    }

    [Test]
    public async Task Sorts_by_several_fields_down_and_up()
    {
        var page = await _client.Get<PagedResult<NoteRow>>(Path + "?sort=-kind,-number&pageSize=11");
        Assert.That(page.Items.Select(r => r.Number), Is.EqualTo(Enumerable.Range(0, 10).Reverse().Select(i => $"N-{i:000}").Append("N-059")));
    }

    [Test]
    public async Task Sorts_money_as_numbers()
    {
        var page = await _client.Get<PagedResult<NoteRow>>(Path + "?sort=-price&pageSize=3");
        Assert.That(page.Items.Select(r => r.Price), Is.EqualTo(new[] { 147.5m, 145m, 142.5m }));
    }

    [Test]
    public async Task Filters_and_searches_before_it_counts()
    {
        Assert.That((await _client.Get<PagedResult<NoteRow>>(Path + "?kind=Urgent")).Total, Is.EqualTo(10));
        Assert.That((await _client.Get<PagedResult<NoteRow>>($"{Path}?institutionId={_host.SouthSchool}&pageSize=1")).Total, Is.EqualTo(20));
        var found = await _client.Get<PagedResult<NoteRow>>(Path + "?q=" + Uri.EscapeDataString("улттык"));
        Assert.That(found.Items.Select(r => r.Number), Is.EqualTo(new[] { "N-007" }));
    }

    [Test]
    public async Task The_platforms_own_lists_keep_the_contract()
    {
        var admin = _host.Api.AsAdministrator();
        foreach (var path in new[] { "/api/v1/jobs", "/api/v1/audit", "/api/v1/outbox/dead-letters" })
        {
            await admin.GetAsync(path + "?sort=colour").MustBeInvalid("sort:unknown-sort");
            var beyond = await admin.Get<JsonElement>(path + "?page=2147483647&pageSize=200");
            Assert.That(beyond.GetProperty("items").GetArrayLength(), Is.Zero, path);
        }

        await admin.GetAsync("/api/v1/changes?limit=1001").MustBeInvalid("limit:out-of-range");
        await admin.GetAsync("/api/v1/changes?after=-1").MustBeInvalid("after:too-small");
    }
}
