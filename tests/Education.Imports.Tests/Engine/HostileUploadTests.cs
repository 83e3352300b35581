using System.IO.Compression;
using System.Net;
using System.Text;
using Education.Imports.Storage;
using Education.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Education.Imports.Tests.Engine;

/// <summary>A file that is no table is refused with its reason and leaves nothing behind: no row, no file.</summary>
[TestFixture]
internal sealed class HostileUploadTests
{
    private ImportHost _host = null!;
    private HttpClient _client = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await ImportHost.Start(("Imports:MaxFileMegabytes", "5"), ("Imports:MaxRows", "1000"));
        _client = _host.User();
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _client.Dispose();
        await _host.DisposeAsync();
    }

    public static IEnumerable<TestCaseData> Files()
    {
        static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
        const string Head = "ИИН;ФИО;Дата;Балл\n";
        yield return new TestCaseData("a.csv", Array.Empty<byte>(), HttpStatusCode.UnprocessableEntity, "imports.file-empty").SetArgDisplayNames("empty file");
        yield return new TestCaseData("a.csv", Text(Head), HttpStatusCode.UnprocessableEntity, "imports.no-rows").SetArgDisplayNames("headings only");
        yield return new TestCaseData("a.csv", Text("\n\n\n"), HttpStatusCode.UnprocessableEntity, "imports.file-empty").SetArgDisplayNames("blank lines");
        yield return new TestCaseData("a.csv", Text(Head + string.Concat(Enumerable.Repeat("1;2;3;4\n", 1100))), HttpStatusCode.UnprocessableEntity, "imports.too-many-rows").SetArgDisplayNames("too many rows");
        yield return new TestCaseData("a.csv", new byte[(5 << 20) + 1], HttpStatusCode.RequestEntityTooLarge, "imports.file-too-large").SetArgDisplayNames("too large");
        yield return new TestCaseData("a.pdf", Text("%PDF-1.7 ..."), HttpStatusCode.UnsupportedMediaType, "imports.file-kind").SetArgDisplayNames("PDF");
        yield return new TestCaseData("a.xlsx", Text(Head + "1;2;3;4\n"), HttpStatusCode.UnsupportedMediaType, "imports.file-extension").SetArgDisplayNames("CSV named XLSX");
        yield return new TestCaseData("a.xlsx", Workbook("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>x</t></is></c></row>", macros: true), HttpStatusCode.UnsupportedMediaType, "imports.macros").SetArgDisplayNames("macros");
        yield return new TestCaseData("a.xlsx", Workbook("<row r=\"1\"><c"), HttpStatusCode.UnprocessableEntity, "imports.file-damaged").SetArgDisplayNames("damaged");
        yield return new TestCaseData("a.xlsx", Workbook(string.Concat(Enumerable.Range(1, 1_000_000).Select(i => $"<row r=\"{i}\"/>"))), HttpStatusCode.UnprocessableEntity, "imports.file-empty").SetArgDisplayNames("a million empty rows");
        yield return new TestCaseData("a.xlsx", Workbook(new string(' ', 300 << 20)), HttpStatusCode.UnprocessableEntity, "imports.zip-bomb").SetArgDisplayNames("zip bomb");
    }

    [TestCaseSource(nameof(Files))]
    public async Task Is_refused_and_leaves_nothing(string name, byte[] content, HttpStatusCode status, string code)
    {
        await _client.Upload("fake.people", name, content).MustBeProblem(status, code);
        await MustBeEmpty();
    }

    [Test]
    public async Task A_form_that_breaks_off_leaves_nothing()
    {
        using var cut = new ByteArrayContent(Encoding.UTF8.GetBytes(
            "--b\r\nContent-Disposition: form-data; name=\"definition\"\r\n\r\nfake.people\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nИИН;Балл\r\n1;"));
        cut.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");
        await _client.Post("/api/v1/imports", cut).MustBeProblem(HttpStatusCode.BadRequest, "malformed-request");
        await _client.Post("/api/v1/imports", new { definition = "fake.people" }).MustBeProblem(HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
        using var noFile = new MultipartFormDataContent { { new StringContent("fake.people"), "definition" } };
        await _client.Post("/api/v1/imports", noFile).MustBeInvalid("file:required");
        using var badOptions = new MultipartFormDataContent { { new StringContent("{"), "options" }, { new ByteArrayContent([65]), "file", "a.csv" } };
        await _client.Post("/api/v1/imports", badOptions).MustBeInvalid("options:json-value");
        await MustBeEmpty();
    }

    [Test]
    public async Task A_name_with_folders_is_only_a_name()
    {
        await using var host = await ImportHost.Start();
        using var client = host.User();
        var import = await client.UploadCsv("ИИН;Балл\n" + WizardSteps.Iin(1) + ";50\n", "../../etc/table.csv");
        Assert.That(import.FileName, Is.EqualTo("table.csv"));
    }

    private async Task MustBeEmpty()
    {
        var counts = await _host.InImports(async db => new[]
        {
            await db.Imports.CountAsync(), await db.Chunks.CountAsync(), await db.RowErrors.CountAsync(),
            await db.Set<BuildingBlocks.Jobs.StoredJob>().CountAsync(),
        });
        Assert.Multiple(() =>
        {
            Assert.That(counts, Is.All.Zero);
            Assert.That(Directory.GetFileSystemEntries(_host.TempFolder), Is.Empty);
        });
    }

    private static byte[] Workbook(string rows, bool macros = false)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Part(string path, string text)
            {
                using var writer = new StreamWriter(zip.CreateEntry(path).Open());
                writer.Write(text);
            }

            const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
            const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
            Part("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
            Part("_rels/.rels", $"<Relationships xmlns=\"{Package}\"><Relationship Id=\"r1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Part("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}\"><Relationship Id=\"r1\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            Part("xl/workbook.xml", $"<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"{Office}\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            Part("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData></worksheet>");
            if (macros)
            {
                Part("xl/vbaProject.bin", "x");
            }
        }

        return stream.ToArray();
    }
}
