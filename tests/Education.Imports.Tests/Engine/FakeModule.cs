using Education.BuildingBlocks.Modules;
using Education.BuildingBlocks.Persistence;
using Education.Imports.Contracts;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Imports.Tests.Engine;

/// <summary>Results of a school in a year, as a module would keep them.</summary>
internal sealed class FakeSchool : Entity
{
    public Guid InstitutionId { get; init; }
    public int Year { get; init; }

    public long Graduates { get; set; }

    public long Participants { get; set; }

    public decimal? Mean { get; set; }

    public decimal? Previous { get; set; }

    public Guid ImportId { get; set; }
}

/// <summary>Result of a participant.</summary>
internal sealed class FakePerson : Entity
{
    [Personal]
    public string Iin { get; init; } = "";

    [Personal]
    public string? Name { get; set; }

    public DateOnly? Date { get; set; }

    public decimal Score { get; set; }

    public Guid ImportId { get; set; }
}

internal sealed class FakeDbContext(DbContextOptions<FakeDbContext> options, ModuleDbServices services) : ModuleDbContext(options, services)
{
    public override string ModuleName => "fake";

    public DbSet<FakeSchool> Schools => Set<FakeSchool>();

    public DbSet<FakePerson> People => Set<FakePerson>();

    protected override void MapTables(ModelBuilder model)
    {
        model.Entity<FakeSchool>().ToTable("Schools").HasIndex(s => new { s.InstitutionId, s.Year }).IsUnique();
        model.Entity<FakePerson>().ToTable("People").HasIndex(p => p.Iin).IsUnique();
    }
}

/// <summary>What may go wrong in the module's transaction.</summary>
internal sealed class Faults
{
    /// <summary>Called right after the module's commit.</summary>
    public Action AfterCommit { get; set; } = () => { };

    /// <summary>Called before each write of a chunk.</summary>
    public Action BeforeWrite { get; set; } = () => { };
}

internal abstract class FakeDefinition(FakeDbContext db, Faults faults) : IImportDefinition
{
    public abstract string Key { get; }

    public abstract LocalizedText Name { get; }

    public string Permission => Key.Replace('.', '-') + ".import";

    public abstract IReadOnlyList<ImportColumn> Columns { get; }

    public virtual IReadOnlyList<ImportOption> Options => [];

    protected FakeDbContext Db => db;

    public virtual Task<IReadOnlyList<FieldError>> CheckOptions(ImportContext context, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<FieldError>>([]);

    public abstract Task Check(ImportContext context, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken);

    public async Task InTransaction(Func<CancellationToken, Task> work, Func<IIntegrationEvent> completed, CancellationToken cancellationToken)
    {
        await db.InTransaction(
            async token =>
            {
                db.ChangeTracker.Clear();
                await work(token);
                db.Publish(completed());
                return await db.SaveChangesAsync(token);
            },
            cancellationToken);
        faults.AfterCommit();
    }

    public async Task Write(ImportContext context, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        faults.BeforeWrite();
        await WriteRows(context, rows, cancellationToken);
    }

    protected abstract Task WriteRows(ImportContext context, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken);

    protected static ImportColumn Column(string key, string kk, string ru, ImportValueKind kind, bool required = false, bool personal = false, params string[] aliases) =>
        new(key, new(kk, ru, key), kind, required, aliases, personal);
}

/// <summary>The table of the national test by schools.</summary>
internal sealed class SchoolsDefinition(FakeDbContext db, Faults faults) : FakeDefinition(db, faults)
{
    public override string Key => "fake.schools";

    public override LocalizedText Name { get; } = new("ҰБТ мектептер бойынша", "ЕНТ по школам", "National test by school");

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        Column("school", "Мектеп", "Школа", ImportValueKind.Institution, required: true, aliases: "Наименование района (города)"),
        Column("graduates", "Түлектер", "Всего выпускников", ImportValueKind.Integer, required: true),
        Column("participants", "Қатысқандар", "Кол прин. участие в ЕНТ", ImportValueKind.Integer, required: true),
        Column("mean", "Орташа балл", "Средний балл {year} года", ImportValueKind.Decimal, aliases: "Средний балл {year} года"),
        Column("previous", "Өткен жылғы орташа балл", "Средний балл {year-1} года", ImportValueKind.Decimal, aliases: "Средний балл {year-1} года"),
    ];

    public override IReadOnlyList<ImportOption> Options { get; } =
        [new("year", new("Жыл", "Год", "Year"), "integer", true), new("territory", new("Аумақ", "Территория", "Territory"), "territory", false)];

    public override Task<IReadOnlyList<FieldError>> CheckOptions(ImportContext context, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<FieldError>>(int.Parse(context.Options["year"]) < 2000 ? [new("year", "too-small", 2000)] : []);

    public override async Task Check(ImportContext context, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var seen = context.Memory<HashSet<Guid>>();
        var year = int.Parse(context.Options["year"]);
        var ids = rows.Select(r => r.Value<Guid>("school")).ToHashSet();
        var known = await Db.Schools.AsNoTracking().Where(s => s.Year == year && ids.Contains(s.InstitutionId)).ToDictionaryAsync(s => s.InstitutionId, cancellationToken);
        foreach (var row in rows)
        {
            if (row.Value<long>("participants") > row.Value<long>("graduates") && row.Has("graduates"))
            {
                row.Refuse("participants", "too-big", row.Value<long>("graduates"));
            }

            var id = row.Value<Guid>("school");
            if (row.Has("school") && !seen.Add(id))
            {
                row.Refuse("school", "duplicate");
            }

            if (row.Errors.Count == 0)
            {
                row.Found = known.GetValueOrDefault(id);
                row.Outcome = row.Found is not FakeSchool old ? ImportOutcome.Created
                    : Equals(old, row) ? ImportOutcome.Unchanged : ImportOutcome.Changed;
            }
        }
    }

    protected override async Task WriteRows(ImportContext context, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            var school = row.Found as FakeSchool ?? new FakeSchool { InstitutionId = row.Value<Guid>("school"), Year = int.Parse(context.Options["year"]) };
            if (row.Found is null)
            {
                Db.Add(school);
            }
            else
            {
                Db.Attach(school);
            }

            (school.Graduates, school.Participants) = (row.Value<long>("graduates"), row.Value<long>("participants"));
            (school.Mean, school.Previous, school.ImportId) = (row.Value<decimal?>("mean"), row.Value<decimal?>("previous"), context.ImportId);
        }

        await Db.SaveChangesAsync(cancellationToken);
    }

    private static bool Equals(FakeSchool old, ImportRow row) =>
        (old.Graduates, old.Participants, old.Mean, old.Previous)
        == (row.Value<long>("graduates"), row.Value<long>("participants"), row.Value<decimal?>("mean"), row.Value<decimal?>("previous"));
}

/// <summary>Results of participants; the name and the ИИН are personal.</summary>
internal sealed class PeopleDefinition(FakeDbContext db, Faults faults) : FakeDefinition(db, faults)
{
    public override string Key => "fake.people";

    public override LocalizedText Name { get; } = new("Қатысушылар", "Участники", "Participants");

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        Column("iin", "ЖСН", "ИИН", ImportValueKind.Iin, required: true),
        Column("name", "Тегі, аты", "ФИО", ImportValueKind.Text, personal: true),
        Column("date", "Күні", "Дата", ImportValueKind.Date),
        Column("score", "Балл", "Балл", ImportValueKind.Decimal, required: true, aliases: "Сумма баллов"),
    ];

    public override async Task Check(ImportContext context, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var seen = context.Memory<HashSet<string>>();
        var numbers = rows.Where(r => r.Has("iin")).Select(r => r.Value<Iin>("iin").Value).ToList();
        var known = await Db.People.AsNoTracking().Where(p => numbers.Contains(p.Iin)).ToDictionaryAsync(p => p.Iin, StringComparer.Ordinal, cancellationToken);
        foreach (var row in rows)
        {
            var iin = row.Value<Iin>("iin").Value;
            if (row.Has("iin") && !seen.Add(iin))
            {
                row.Refuse("iin", "duplicate");
            }

            if (row.Errors.Count == 0)
            {
                row.Found = known.GetValueOrDefault(iin);
                row.Outcome = row.Found is not FakePerson old ? ImportOutcome.Created
                    : old.Score == row.Value<decimal>("score") && old.Name == row.Value<string>("name") && old.Date == row.Value<DateOnly?>("date") ? ImportOutcome.Unchanged
                    : ImportOutcome.Changed;
            }
        }
    }

    protected override async Task WriteRows(ImportContext context, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        await Db.BulkInsert(
            rows.Where(r => r.Outcome == ImportOutcome.Created).Select(r => new FakePerson
            {
                Iin = r.Value<Iin>("iin").Value,
                Name = r.Value<string>("name"),
                Date = r.Value<DateOnly?>("date"),
                Score = r.Value<decimal>("score"),
                ImportId = context.ImportId,
            }).ToAsyncEnumerable(),
            context.ImportId,
            cancellationToken);
        foreach (var row in rows.Where(r => r.Outcome == ImportOutcome.Changed))
        {
            var person = (FakePerson)row.Found!;
            Db.Attach(person);
            (person.Name, person.Date, person.Score, person.ImportId) =
                (row.Value<string>("name"), row.Value<DateOnly?>("date"), row.Value<decimal>("score"), context.ImportId);
        }

        await Db.SaveChangesAsync(cancellationToken);
        Db.ChangeTracker.Clear();
    }
}
