using System.Net;
using System.Text;
using Education.Imports.Contracts;
using Education.Imports.Reading;
using Education.Imports.Storage;
using Education.Imports.Wizard;
using Education.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Education.Imports.Tests.Engine;

/// <summary>Every error of a table: where, what, why, in three languages.</summary>
[TestFixture]
internal sealed class RowErrorTests
{
    private const string Head = "ИИН;ФИО;Дата;Балл\n";

    private ImportHost _host = null!;
    private HttpClient _client = null!;

    [SetUp]
    public async Task Start()
    {
        _host = await ImportHost.Start();
        _client = _host.User();
    }

    [TearDown]
    public async Task Stop()
    {
        _client.Dispose();
        await _host.DisposeAsync();
    }

    [Test]
    public async Task Names_every_error_with_row_column_value_code_and_text()
    {
        var good = WizardSteps.Iin(1);
        var import = await _client.UploadCsv(Head
            + $"{good};Асанов А;01.06.2017;96,6\n"
            + "123;Бектұров Б;2017-06-01;88\n"
            + $"{Broken(good)};;31.02.2017;x\n"
            + ";Вокурка В;;\n"
            + $"{good};Асанов А;;77\n"
            + $"{WizardSteps.Iin(2)};{new string('я', 401)};;=1+1\n");
        import = await _host.Check(_client, import.Id);
        var errors = await _client.Errors(import.Id);
        Assert.That(errors.Items.Select(e => (e.Row, e.Column, e.Letter, e.Code)), Is.EquivalentTo(new[]
        {
            (3, "iin", "A", "iin.length"),
            (4, "iin", "A", "iin.check-digit"),
            (4, "date", "C", "imports.not-a-date"),
            (4, "score", "D", "imports.not-a-number"),
            (5, "iin", "A", "imports.required"),
            (5, "score", "D", "imports.required"),
            (6, "iin", "A", "duplicate"),
            (7, "name", "B", "imports.too-long"),
            (7, "score", "D", "imports.formula"),
        }));
        Assert.Multiple(() =>
        {
            Assert.That((import.Total, import.Created, import.Rejected, import.ErrorCount), Is.EqualTo((6, 1, 5, 9)));
            Assert.That(import.Errors.Sum(e => e.Count), Is.EqualTo(9));
            Assert.That(errors.Items.Single(e => e.Code == "imports.not-a-number").Value, Is.EqualTo("x"));
            Assert.That(errors.Items.Single(e => e.Code == "imports.too-long").Message, Does.Contain("400"));
        });
    }

    [Test]
    public async Task Explains_each_error_in_the_language_of_the_reader()
    {
        var import = await _client.UploadCsv(Head + $"{WizardSteps.Iin(1)};А;;много\n");
        await _host.Check(_client, import.Id);
        var expected = new Dictionary<string, string> { ["kk"] = "Бұл сан емес", ["ru"] = "Это не число", ["en"] = "This is not a number" };
        foreach (var (language, text) in expected)
        {
            _client.DefaultRequestHeaders.AcceptLanguage.Clear();
            _client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
            Assert.That((await _client.Errors(import.Id)).Items.Single().Message, Is.EqualTo(text));
        }
    }

    [Test]
    public async Task Every_code_has_a_text_in_every_language()
    {
        string[] codes =
        [
            "imports.required", "imports.too-long", "imports.not-a-number", "imports.not-whole", "imports.not-a-date", "imports.formula", "imports.cell-error",
            "imports.institution-unknown", "imports.institution-ambiguous", "imports.total-row", "iin.length", "iin.digits", "iin.check-digit",
            "job.imports.check", "job.imports.apply", "imports.step.checking", "imports.step.storing", "imports.step.writing", "imports.has-errors",
            "imports.changed-since-check", "permission.imports.read-all", "permission.imports.download",
            .. Enum.GetNames<ImportStatus>().Select(s => "imports.status." + s.ToLowerInvariant()),
            .. Enum.GetNames<ImportOutcome>().Select(o => "imports.outcome." + o.ToLowerInvariant()),
        ];
        var texts = (BuildingBlocks.Texts)_host.Api.Services.GetService(typeof(BuildingBlocks.Texts))!;
        Assert.That(SharedKernel.Languages.All.SelectMany(l => codes.Where(c => !texts.Has(c, l)).Select(c => $"{c} {l}")), Is.Empty);
        await Task.CompletedTask;
    }

    [Test]
    public async Task Filters_errors_by_code_and_column()
    {
        var import = await _client.UploadCsv(Head + ";А;;x\n;Б;;y\n");
        await _host.Check(_client, import.Id);
        Assert.That((await _client.Errors(import.Id, "&code=imports.required")).Items.Select(e => e.Row), Is.EqualTo(new[] { 2, 3 }));
        Assert.That((await _client.Errors(import.Id, "&column=score&row=3")).Items.Single().Value, Is.EqualTo("y"));
        await _client.GetAsync($"/api/v1/imports/{import.Id}/errors?colour=red").MustBeInvalid("colour:unknown-parameter");
    }

    [Test]
    public async Task Writes_all_rows_or_by_choice_the_good_ones()
    {
        var import = await _client.UploadCsv(Head + $"{WizardSteps.Iin(1)};А;;50\n{WizardSteps.Iin(2)};Б;;x\n{WizardSteps.Iin(3)};В;;70\n");
        await _client.Post($"/api/v1/imports/{import.Id}/apply", new { mode = "all" }).MustBeProblem(HttpStatusCode.Conflict, "imports.not-checked");
        await _host.Check(_client, import.Id);
        await _client.Post($"/api/v1/imports/{import.Id}/apply", new { mode = "all" }).MustBeProblem(HttpStatusCode.Conflict, "imports.has-errors");
        Assert.That(await People(), Is.Zero);
        import = await _host.Apply(_client, import.Id, "good");
        Assert.That((import.Status, import.Total, import.Created, import.Rejected), Is.EqualTo((ImportStatus.Applied, 3, 2, 1)));
        Assert.That(await People(), Is.EqualTo(2));
        await _client.Post($"/api/v1/imports/{import.Id}/apply", new { mode = "good" }).MustBeProblem(HttpStatusCode.Conflict, "imports.already-applied");
        await _client.Post($"/api/v1/imports/{import.Id}/check", new { }).MustBeProblem(HttpStatusCode.Conflict, "imports.already-applied");
    }

    [Test]
    public async Task A_corrected_file_changes_what_differs()
    {
        var (a, b) = (WizardSteps.Iin(1), WizardSteps.Iin(2));
        var first = await _client.UploadCsv(Head + $"{a};А;;50\n{b};Б;;60\n");
        await _host.Check(_client, first.Id);
        await _host.Apply(_client, first.Id);
        var second = await _client.UploadCsv(Head + $"{a};А;;50\n{b};Б;;61,5\n{WizardSteps.Iin(3)};В;;70\n");
        second = await _host.Check(_client, second.Id);
        Assert.That((second.Created, second.Changed, second.Unchanged, second.Rejected), Is.EqualTo((1, 1, 1, 0)));
        second = await _host.Apply(_client, second.Id);
        Assert.That((second.Created, second.Changed, second.Unchanged, second.Rejected), Is.EqualTo((1, 1, 1, 0)));
        Assert.That(await _host.InFake(db => db.People.Where(p => p.Iin == b).Select(p => p.Score).SingleAsync()), Is.EqualTo(61.5m));
    }

    [Test]
    public async Task Reads_windows_1251_with_semicolons_and_numbers_as_people_write_them()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = "ИИН;ФИО;Дата;Сумма баллов\r\n" + string.Concat(Enumerable.Range(1, 3).Select(i => $"{WizardSteps.Iin(i)};Петров П;01.06.2017;1 09{i},5\r\n"))
            + $"{WizardSteps.Iin(4)};-;;2 млн. 5 тыс.\r\n";
        var import = await _client.Upload("fake.people", "база.csv", Encoding.GetEncoding(1251).GetBytes(text)).As<ImportResult>();
        import = await _host.Check(_client, import.Id);
        Assert.That((import.Created, import.Rejected), Is.EqualTo((4, 0)));
        await _host.Apply(_client, import.Id);
        var scores = await _host.InFake(db => db.People.OrderBy(p => p.Iin).Select(p => new { p.Name, p.Score }).ToListAsync());
        Assert.Multiple(() =>
        {
            Assert.That(scores.Select(s => s.Score), Is.EqualTo(new[] { 1091.5m, 1092.5m, 1093.5m, 2_005_000m }));
            Assert.That(scores[0].Name, Is.EqualTo("Петров П"));
            Assert.That(scores[3].Name, Is.Null, "a dash is nothing");
        });
    }

    [Test]
    public async Task A_row_of_totals_is_no_record()
    {
        var import = await _client.UploadCsv(Head + $"{WizardSteps.Iin(1)};А;;50\nИтого;;;50\n");
        import = await _host.Check(_client, import.Id);
        Assert.That((import.Created, import.Rejected), Is.EqualTo((1, 1)));
        Assert.That((await _client.Errors(import.Id)).Items.Single().Code, Is.EqualTo("imports.total-row"));
    }

    [Test]
    public async Task Masks_personal_values_in_preview_errors_and_logs()
    {
        var iin = WizardSteps.Iin(7);
        var import = await _client.UploadCsv(Head + $"{iin};Сейтқалиева Айгүл;;50\n{Broken(iin)};Нұрланов Ерлан;;x\n");
        await _host.Check(_client, import.Id);
        var seen = await _client.GetStringAsync($"/api/v1/imports/{import.Id}/rows") + await _client.GetStringAsync($"/api/v1/imports/{import.Id}/errors")
            + await _client.GetStringAsync($"/api/v1/imports/{import.Id}");
        await _host.Apply(_client, import.Id, "good");
        var log = string.Join('\n', _host.Api.Log);
        var stored = string.Join('\n', await _host.InImports(db => db.RowErrors.Select(e => e.Value + e.Args).ToListAsync()));
        var audit = string.Join('\n', await _host.InImports(db => db.Set<BuildingBlocks.Audit.AuditEntry>().Select(e => e.Changes).ToListAsync()));
        Assert.Multiple(() =>
        {
            foreach (var secret in new[] { iin, Broken(iin), "Сейтқалиева", "Нұрланов" })
            {
                Assert.That(seen, Does.Not.Contain(secret));
                Assert.That(log, Does.Not.Contain(secret));
                Assert.That(stored, Does.Not.Contain(secret));
                Assert.That(audit, Does.Not.Contain(secret));
            }

            Assert.That(seen, Does.Contain("*********" + iin[9..]), "enough to find the row by");
        });
    }

    [Test]
    public async Task The_annotated_workbook_holds_the_table_and_the_texts()
    {
        var russian = _host.User("ru");
        var import = await russian.UploadCsv(Head + $"{WizardSteps.Iin(1)};Асанов А;;много\n;Бектұров Б;;60\n", "табель.csv");
        await _host.Check(russian, import.Id);
        using var response = await russian.GetAsync($"/api/v1/imports/{import.Id}/annotated");
        await response.MustBe(HttpStatusCode.OK);
        Assert.That(response.Content.Headers.ContentDisposition!.FileNameStar, Is.EqualTo("табель.errors.xlsx"));
        using var content = new MemoryStream(await response.Content.ReadAsByteArrayAsync());
        using var file = TabularFile.Open(content, "a.xlsx", TabularLimits.Default);
        var rows = file.Rows(0).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(rows[1][1].Text, Is.EqualTo("Асанов А"), "the owner gets his own table back");
            Assert.That(rows[1][4].Text, Is.EqualTo("Это не число"));
            Assert.That(rows[2][4].Text, Is.EqualTo("Значение обязательно"));
            Assert.That(file.Rows(1).Skip(1).Select(r => (r[0].Text, r[1].Text, r[3].Text)), Is.EqualTo(new[]
            {
                ("2", "D", "imports.not-a-number"), ("3", "A", "imports.required"),
            }));
        });
        Assert.That(Directory.GetFiles(_host.TempFolder), Is.Empty, "the workbook is gone once it is sent");
    }

    [Test]
    public async Task Keeps_so_many_errors_and_counts_them_all()
    {
        await using var host = await ImportHost.Start(("Imports:MaxStoredErrors", "10"));
        using var client = host.User();
        var import = await client.UploadCsv(Head + string.Concat(Enumerable.Range(1, 25).Select(i => $"{WizardSteps.Iin(i)};;;x\n")));
        import = await host.Check(client, import.Id);
        Assert.That((import.ErrorCount, import.Rejected, import.Errors.Single().Count), Is.EqualTo((25, 25, 25)));
        Assert.That((await client.Errors(import.Id)).Total, Is.EqualTo(10));
        Assert.That((await client.Rows(import.Id, "&outcome=rejected")).Total, Is.EqualTo(25));
    }

    private Task<int> People() => _host.InFake(db => db.People.CountAsync());

    private static string Broken(string iin) => iin[..11] + (char)('0' + ((iin[11] - '0' + 1) % 10));
}
