using System.Net;
using System.Text;
using Education.BuildingBlocks.Security;
using Education.Imports.Contracts;
using Education.Imports.Storage;
using Education.Imports.Wizard;
using Education.SharedKernel;
using Education.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Education.Imports.Tests.Engine;

/// <summary>Whose import it is, and who may do what.</summary>
[TestFixture]
internal sealed class OwnershipTests
{
    private const string Head = "ИИН;ФИО;Дата;Балл\n";

    private ImportHost _host = null!;

    [SetUp]
    public async Task Start() => _host = await ImportHost.Start();

    [TearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task Somebody_elses_import_does_not_exist()
    {
        using var owner = _host.User(name: "owner");
        using var other = _host.User(name: "other");
        var import = await owner.UploadCsv(Head + $"{WizardSteps.Iin(1)};А;;50\n");
        await _host.Check(owner, import.Id);
        foreach (var path in new[] { "", "/rows", "/errors", "/questions", "/annotated" })
        {
            await other.GetAsync($"/api/v1/imports/{import.Id}{path}").MustBeProblem(HttpStatusCode.NotFound, "not-found");
        }

        await other.Post($"/api/v1/imports/{import.Id}/apply", new { mode = "all" }).MustBeProblem(HttpStatusCode.NotFound, "not-found");
        await other.Post($"/api/v1/imports/{import.Id}/check", new { }).MustBeProblem(HttpStatusCode.NotFound, "not-found");
        await other.Delete($"/api/v1/imports/{import.Id}", import.Version).MustBeProblem(HttpStatusCode.NotFound, "not-found");
        await other.Put($"/api/v1/imports/{import.Id}", new { options = new { } }, import.Version).MustBeProblem(HttpStatusCode.NotFound, "not-found");
        Assert.That((await other.Get<PagedResult<ImportListRow>>("/api/v1/imports")).Total, Is.Zero);
        Assert.That((await owner.Get<PagedResult<ImportListRow>>("/api/v1/imports?definition=fake.people&status=checked")).Items.Single().DefinitionName, Is.EqualTo("Participants"));
    }

    [Test]
    public async Task An_operator_sees_all_imports_and_changes_none()
    {
        using var owner = _host.User(name: "owner");
        using var operates = _host.User("en", "operator", "imports.read-all");
        var import = await owner.UploadCsv(Head + $"{WizardSteps.Iin(1)};А;;50\n");
        Assert.That((await operates.Get<PagedResult<ImportListRow>>("/api/v1/imports")).Items.Single().OwnerName, Is.EqualTo("owner"));
        Assert.That((await operates.Look(import.Id)).IsMine, Is.False);
        await operates.Post($"/api/v1/imports/{import.Id}/check", new { }).MustBeProblem(HttpStatusCode.Forbidden, "forbidden");
        await operates.GetAsync($"/api/v1/imports/{import.Id}/annotated").MustBeProblem(HttpStatusCode.Forbidden, "forbidden");
    }

    [Test]
    public async Task A_restricted_operator_sees_no_file_but_his_own()
    {
        using var owner = _host.User(name: "owner");
        using var restricted = _host.Api.As(["imports.read-all", "imports.download"], new DataScope(false, "351000000", []));
        var import = await owner.UploadCsv(Head + $"{WizardSteps.Iin(1)};А;;50\n");
        Assert.That((await restricted.Get<PagedResult<ImportListRow>>("/api/v1/imports")).Total, Is.Zero);
        foreach (var path in new[] { "", "/rows", "/errors", "/questions", "/annotated", "/original" })
        {
            await restricted.GetAsync($"/api/v1/imports/{import.Id}{path}").MustBeProblem(HttpStatusCode.NotFound, "not-found");
        }
    }

    [Test]
    public async Task A_table_needs_the_permission_of_its_definition()
    {
        using var client = _host.Api.As(["fake-schools.import"]);
        Assert.That((await client.Get<ImportDefinitionRow[]>("/api/v1/imports/definitions")).Select(d => d.Key), Is.EqualTo(new[] { "fake.schools" }));
        await client.Upload("fake.people", "a.csv", Encoding.UTF8.GetBytes(Head + "1;2;3;4\n")).MustBeProblem(HttpStatusCode.Forbidden, "forbidden");
        using var stranger = _host.Api.Anonymous();
        await stranger.GetAsync("/api/v1/imports").MustBeProblem(HttpStatusCode.Unauthorized, "not-signed-in");
    }

    [Test]
    public async Task Definitions_speak_the_language_of_the_reader()
    {
        using var client = _host.User("kk");
        var schools = (await client.Get<ImportDefinitionRow[]>("/api/v1/imports/definitions")).Single(d => d.Key == "fake.schools");
        Assert.That((schools.Name, schools.Columns[0].Name, schools.Options[0].Name), Is.EqualTo(("ҰБТ мектептер бойынша", "Мектеп", "Жыл")));
        Assert.That((schools.Columns[0].Kind, schools.Columns[0].Required), Is.EqualTo((ImportValueKind.Institution, true)));
    }

    [Test]
    public async Task Two_people_bring_the_same_table_and_it_counts_once()
    {
        using var first = _host.User(name: "first");
        using var second = _host.User(name: "second");
        var text = Head + $"{WizardSteps.Iin(1)};А;;50\n{WizardSteps.Iin(2)};Б;;60\n";
        var a = await first.UploadCsv(text);
        var b = await second.UploadCsv(text);
        await _host.Check(first, a.Id);
        b = await _host.Check(second, b.Id);
        Assert.That(b.Created, Is.EqualTo(2));
        await _host.Apply(first, a.Id);
        b = await _host.Apply(second, b.Id);
        Assert.That((b.Status, b.Created, b.Unchanged), Is.EqualTo((ImportStatus.Applied, 0, 2)), "the counts are those of the apply");
        Assert.That(await _host.InFake(db => db.People.CountAsync()), Is.EqualTo(2));
    }

    [Test]
    public async Task An_import_can_be_given_up()
    {
        using var client = _host.User();
        var import = await client.UploadCsv(Head + $"{WizardSteps.Iin(1)};А;;50\n");
        await client.Delete($"/api/v1/imports/{import.Id}", import.Version + 1).MustBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
        var cancelled = await client.Delete($"/api/v1/imports/{import.Id}", import.Version).As<ImportResult>();
        Assert.That(cancelled.Status, Is.EqualTo(ImportStatus.Cancelled));
        await client.Post($"/api/v1/imports/{import.Id}/check", new { }).MustBeProblem(HttpStatusCode.Conflict, "imports.cancelled");
    }

    [Test]
    public async Task A_check_given_up_while_it_waits_leaves_the_import_cancelled()
    {
        using var client = _host.User();
        var import = await client.UploadCsv(Head + $"{WizardSteps.Iin(1)};А;;50\n");
        var started = await client.Post($"/api/v1/imports/{import.Id}/check", new { }).As<ImportResult>();
        await client.Delete($"/api/v1/imports/{import.Id}", started.Version).As<ImportResult>();
        await _host.Api.RunJobs();
        Assert.That((await client.Look(import.Id)).Status, Is.EqualTo(ImportStatus.Cancelled));
    }

    [Test]
    public async Task The_same_key_uploads_once()
    {
        using var client = _host.User();
        // The same form, byte for byte: a boundary of its own would make it another request.
        byte[] Body() => Encoding.UTF8.GetBytes("--b\r\nContent-Disposition: form-data; name=\"definition\"\r\n\r\nfake.people\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n" + Head + $"{WizardSteps.Iin(1)};А;;50\n\r\n--b--\r\n");
        async Task<ImportResult> Send()
        {
            var content = new ByteArrayContent(Body());
            content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");
            return await client.Post("/api/v1/imports", content, "key-1").As<ImportResult>();
        }

        var first = await Send();
        Assert.That((await Send()).Id, Is.EqualTo(first.Id));
        Assert.That(await _host.InImports(db => db.Imports.CountAsync()), Is.EqualTo(1));
    }

    [Test]
    public async Task The_original_is_kept_byte_for_byte_and_each_download_is_audited()
    {
        using var client = _host.User("en", "keeper", "imports.download");
        var bytes = Encoding.UTF8.GetBytes(Head + string.Concat(Enumerable.Range(1, 90_000).Select(i => $"{WizardSteps.Iin(1)};имя {i};;50\n")));
        Assert.That(bytes, Has.Length.GreaterThan(2 * ImportChunk.Size), "more than one chunk");
        var import = await client.Upload("fake.people", "big.csv", bytes).As<ImportResult>();
        Assert.That(import.Sha256, Is.EqualTo(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))));
        Assert.That(await client.GetByteArrayAsync($"/api/v1/imports/{import.Id}/original"), Is.EqualTo(bytes));
        var acts = await _host.InImports(db => db.Set<BuildingBlocks.Audit.AuditEntry>().Where(a => a.EntityId == import.Id).Select(a => a.Action).ToListAsync());
        Assert.That(acts, Is.EqualTo(new[] { "created", "original-downloaded" }));
        using var plain = _host.User();
        await plain.GetAsync($"/api/v1/imports/{import.Id}/original").MustBeProblem(HttpStatusCode.Forbidden, "forbidden");
    }
}
