using System.Net;
using System.Text;
using Education.Imports.Contracts;
using Education.Imports.Results;
using Education.Imports.Storage;
using Education.Imports.Wizard;
using Education.SharedKernel;
using Education.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Education.Imports.Tests.Engine;

/// <summary>The real table of the 2017 test, from the upload to the register.</summary>
[TestFixture]
internal sealed class WizardTests
{
    private static readonly byte[] Unt2017 = File.ReadAllBytes(Path.Combine(TestContext.CurrentContext.TestDirectory, "Samples", "unt-2017.xlsx"));

    private static readonly object Year2017 = new { year = "2017", territory = "351000000" };

    private ImportHost _host = null!;

    [SetUp]
    public async Task Start() => _host = await ImportHost.Start();

    [TearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task Takes_the_table_of_2017_in_and_a_second_time_changes_nothing()
    {
        var client = _host.User();
        var first = await client.Upload("fake.schools", "unt-2017.xlsx", Unt2017, Year2017).As<ImportResult>();
        Assert.Multiple(() =>
        {
            Assert.That(first.Status, Is.EqualTo(ImportStatus.Recognised));
            Assert.That(first.HeaderRow, Is.EqualTo(1));
            Assert.That(first.FileRows, Is.EqualTo(56));
            Assert.That(first.Columns.Select(c => (c.Key, c.Letter)), Is.EqualTo(new[]
            {
                ("school", "A"), ("graduates", "B"), ("participants", "C"), ("mean", "F"), ("previous", "E"),
            }));
        });
        await AddSchools(client, first.Id);
        first = await _host.Check(client, first.Id);
        Assert.That((first.Status, first.Total, first.Created, first.ErrorCount), Is.EqualTo((ImportStatus.Checked, 56, 56, 0)));
        first = await _host.Apply(client, first.Id);
        Assert.That((first.Status, first.Total, first.Created), Is.EqualTo((ImportStatus.Applied, 56, 56)));

        var graduates = await _host.InFake(db => db.Schools.SumAsync(s => s.Graduates));
        var participants = await _host.InFake(db => db.Schools.SumAsync(s => s.Participants));
        Assert.That((graduates, participants), Is.EqualTo((1761L, 1401L)), "the published sums");
        Assert.That(await _host.InFake(db => db.Schools.CountAsync(s => s.ImportId == first.Id)), Is.EqualTo(56), "every record knows its import");

        var audit = await AuditRows();
        var second = await client.Upload("fake.schools", "unt-2017.xlsx", Unt2017, Year2017).As<ImportResult>();
        second = await _host.Check(client, second.Id);
        Assert.That((second.Total, second.Unchanged), Is.EqualTo((56, 56)));
        second = await _host.Apply(client, second.Id);
        Assert.That((second.Status, second.Total, second.Unchanged), Is.EqualTo((ImportStatus.Applied, 56, 56)));
        Assert.That(await AuditRows(), Is.EqualTo(audit), "nothing of the register was touched");
        Assert.That(await _host.InFake(db => db.Schools.CountAsync(s => s.ImportId == first.Id)), Is.EqualTo(56));
    }

    [Test]
    public async Task Asks_back_which_institution_is_meant_and_remembers_the_answer()
    {
        var client = _host.User();
        var import = await client.Upload("fake.schools", "unt-2017.xlsx", Unt2017, Year2017).As<ImportResult>();
        await AddSchools(client, import.Id, except: "Гимназия№9");
        var right = _host.Directory.Add("Гимназия №9 имени А", "Гимназия№9");
        _host.Directory.Add("Гимназия №9 имени Б", "Гимназия№9");
        import = await _host.Check(client, import.Id);
        Assert.That((import.Rejected, import.Created), Is.EqualTo((1, 55)));
        var questions = await client.Get<PagedResult<ImportQuestionResult>>($"/api/v1/imports/{import.Id}/questions");
        var question = questions.Items.Single();
        Assert.Multiple(() =>
        {
            Assert.That(question.Text, Is.EqualTo("Гимназия№9"));
            Assert.That(question.IsAmbiguous, Is.True);
            Assert.That(question.Candidates.Select(c => c.Name), Is.EqualTo(new[] { "Гимназия №9 имени А", "Гимназия №9 имени Б" }));
        });
        await client.Post($"/api/v1/imports/{import.Id}/questions/{question.Id}/answer", new { institutionId = SequentialGuid.Next() })
            .MustBeInvalid("institutionId:unknown-value");
        var answered = await client.Post($"/api/v1/imports/{import.Id}/questions/{question.Id}/answer", new { institutionId = right }).As<ImportResult>();
        Assert.That(answered.Status, Is.EqualTo(ImportStatus.Recognised), "the outcomes are out of date");
        import = await _host.Check(client, import.Id);
        Assert.That((import.Rejected, import.Created), Is.EqualTo((0, 56)));
        import = await _host.Apply(client, import.Id);
        Assert.That(await _host.InFake(db => db.Schools.AnyAsync(s => s.InstitutionId == right && s.Graduates == 25)), Is.True);

        var next = await client.Upload("fake.schools", "unt-2017.xlsx", Unt2017, Year2017).As<ImportResult>();
        Assert.That((await _host.Check(client, next.Id)).Unchanged, Is.EqualTo(56), "the answer is remembered");
    }

    [Test]
    public async Task A_mapping_corrected_by_hand_counts()
    {
        var client = _host.User();
        var csv = Encoding.UTF8.GetBytes("Оқу орны;Бітіргендер;Тапсырғандар\nСШ№1;20;10\nСШ№2;30;15\n");
        _host.Directory.Add("СШ№1");
        _host.Directory.Add("СШ№2");
        var import = await client.Upload("fake.schools", "table.csv", csv, new { year = "2017" }).As<ImportResult>();
        Assert.That(import.Status, Is.EqualTo(ImportStatus.Uploaded));
        Assert.That(import.Missing, Is.Not.Empty);
        await client.Post($"/api/v1/imports/{import.Id}/check", new { }).MustBeProblem(HttpStatusCode.Conflict, "imports.columns-missing");

        var body = new { options = new { year = "2017" }, sheet = 0, headerRow = 1, mapping = new { school = "A", graduates = "B", participants = "B" } };
        await client.Put($"/api/v1/imports/{import.Id}", body, null).MustBeProblem(HttpStatusCode.PreconditionRequired, "if-match-required");
        await client.Put($"/api/v1/imports/{import.Id}", body, import.Version).MustBeInvalid("mapping.graduates:imports.column-twice", "mapping.participants:imports.column-twice");
        var right = body with { mapping = new { school = "A", graduates = "B", participants = "C" } };
        var changed = await client.Put($"/api/v1/imports/{import.Id}", right, import.Version).As<ImportResult>();
        Assert.That((changed.Status, changed.Version), Is.EqualTo((ImportStatus.Recognised, import.Version + 1)));
        Assert.That(changed.Headings.Select(h => h.Text), Is.EqualTo(new[] { "Оқу орны", "Бітіргендер", "Тапсырғандар" }));
        await client.Put($"/api/v1/imports/{import.Id}", right, import.Version).MustBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");

        Assert.That((await _host.Check(client, import.Id)).Created, Is.EqualTo(2));
        await _host.Apply(client, import.Id);
        Assert.That(await _host.InFake(db => db.Schools.SumAsync(s => s.Participants)), Is.EqualTo(25));
    }

    [Test]
    public async Task Options_are_checked_before_anything_is_stored()
    {
        var client = _host.User();
        await client.Upload("fake.schools", "unt-2017.xlsx", Unt2017).MustBeInvalid("options.year:required");
        await client.Upload("fake.schools", "unt-2017.xlsx", Unt2017, new { year = "x", territory = "35", colour = "red" })
            .MustBeInvalid("options.year:format", "options.territory:format", "options.colour:unknown-field");
        await client.Upload("fake.schools", "unt-2017.xlsx", Unt2017, new { year = "1917" }).MustBeInvalid("options.year:too-small");
        await client.Upload("fake.nothing", "unt-2017.xlsx", Unt2017).MustBeInvalid("definition:imports.unknown-definition");
        Assert.That(await _host.InImports(db => db.Imports.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task Shows_the_rows_as_they_were_understood()
    {
        var client = _host.User();
        var import = await client.Upload("fake.schools", "unt-2017.xlsx", Unt2017, Year2017).As<ImportResult>();
        await AddSchools(client, import.Id, except: "СШ№76");
        var before = await client.Rows(import.Id);
        Assert.That(before.Total, Is.EqualTo(56));
        Assert.That(before.Items[0].Outcome, Is.Null, "not checked yet");
        await _host.Check(client, import.Id);
        var rows = await client.Rows(import.Id);
        Assert.Multiple(() =>
        {
            Assert.That(rows.Items[0].Row, Is.EqualTo(2));
            Assert.That(rows.Items[0].Cells.Select(c => c.Value), Is.EqualTo(new[] { "Лицей№2", "44", "36", "107.78", "96.6" }));
            Assert.That(rows.Items[0].Cells[4].Text, Is.EqualTo("96,6"), "as it stands in the file");
            Assert.That(rows.Items[0].Outcome, Is.EqualTo(ImportOutcome.Created));
            Assert.That(rows.Items[1].Outcome, Is.EqualTo(ImportOutcome.Rejected));
            Assert.That(rows.Items[1].Errors.Single().Code, Is.EqualTo("imports.institution-unknown"));
        });
        var rejected = await client.Rows(import.Id, "&outcome=rejected");
        Assert.That(rejected.Items.Select(r => r.Row), Is.EqualTo(new[] { 3 }));
        var last = await client.Get<PagedResult<ImportRowResult>>($"/api/v1/imports/{import.Id}/rows?pageSize=10&page=6");
        Assert.That(last.Items.Select(r => r.Row), Is.EqualTo(new[] { 52, 53, 54, 55, 56, 57 }));
    }

    private async Task AddSchools(HttpClient client, Guid id, string? except = null)
    {
        foreach (var row in (await client.Rows(id)).Items)
        {
            if (row.Cells[0].Text != except)
            {
                _host.Directory.Add(row.Cells[0].Text);
            }
        }
    }

    private Task<int> AuditRows() => _host.InFake(db => db.Set<BuildingBlocks.Audit.AuditEntry>().CountAsync(a => a.Module == "fake"));
}
