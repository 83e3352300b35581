using System.Text;
using Education.Imports.Contracts;
using Education.Imports.Storage;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;

namespace Education.Imports.Tests.Engine;

/// <summary>Whatever stands in the file: in = created + changed + unchanged + rejected, and the register holds what was counted.</summary>
[TestFixture]
internal sealed class CountsTests
{
    private static readonly string[] People = [.. WizardSteps.Iins(12)];

    private static readonly string[] Scores = ["50", "96,6", "1 090", "-", "", "x", "=1+1", "12 млрд.932 млн.", "0"];

    private ImportHost _host = null!;
    private HttpClient _client = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await ImportHost.Start(("Imports:RowsPerChunk", "7"));
        _client = _host.User();
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _client.Dispose();
        await _host.DisposeAsync();
    }

    [FsCheck.NUnit.Property(MaxTest = 25)]
    public Property Every_row_is_counted_once()
    {
        var row = Gen.OneOf(
            from person in Gen.Choose(0, People.Length - 1) from score in Gen.Elements(Scores) select $"{People[person]};имя {person};01.06.2017;{score}",
            Gen.Constant("12345;кто-то;;50"),
            Gen.Constant("Итого;;;500"),
            Gen.Constant(";;;"));
        return Prop.ForAll(Gen.ListOf(row).Where(rows => rows.Any(r => r != ";;;")).ToArbitrary(), rows => Holds([.. rows]).GetAwaiter().GetResult());
    }

    private async Task<bool> Holds(string[] rows)
    {
        var filled = rows.Count(r => r != ";;;");
        var before = await _host.InFake(db => db.People.CountAsync());
        var import = await _client.UploadCsv("ИИН;ФИО;Дата;Балл\n" + string.Join('\n', rows) + "\n");
        import = await _host.Check(_client, import.Id);
        Assert.That(import.Status, Is.EqualTo(ImportStatus.Checked));
        Assert.That(import.Created + import.Changed + import.Unchanged + import.Rejected, Is.EqualTo(filled));
        Assert.That(import.Total, Is.EqualTo(filled));
        Assert.That((await _client.Rows(import.Id)).Total, Is.EqualTo(filled));
        foreach (var outcome in Enum.GetValues<ImportOutcome>())
        {
            var count = outcome switch
            {
                ImportOutcome.Created => import.Created, ImportOutcome.Changed => import.Changed, ImportOutcome.Unchanged => import.Unchanged, _ => import.Rejected,
            };
            Assert.That((await _client.Rows(import.Id, "&outcome=" + outcome)).Total, Is.EqualTo(count));
        }

        if (import.Rejected == import.Total)
        {
            return true;
        }

        var applied = await _host.Apply(_client, import.Id, "good");
        Assert.That((applied.Created, applied.Changed, applied.Unchanged, applied.Rejected), Is.EqualTo((import.Created, import.Changed, import.Unchanged, import.Rejected)));
        Assert.That(await _host.InFake(db => db.People.CountAsync()), Is.EqualTo(before + import.Created));
        Assert.That(await _host.InFake(db => db.People.CountAsync(p => p.ImportId == import.Id)), Is.EqualTo(import.Created + import.Changed));
        return true;
    }
}
