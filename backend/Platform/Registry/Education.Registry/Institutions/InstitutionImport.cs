using Education.Imports.Contracts;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Registry.Institutions;

/// <summary>
/// A table of institutions. A row is known by its business number, else by its name in its territory. What the file does not say stays as it is;
/// what it says differently is taken as a correction: a table has no dates, so it cannot tell an event.
/// </summary>
internal sealed class InstitutionImport(RegistryDbContext db, InstitutionChecks checks, InstitutionImportPlan plan) : IImportDefinition
{
    public string Key => "registry.institutions";

    public LocalizedText Name { get; } = new("Білім беру ұйымдары", "Организации образования", "Institutions");

    public string Permission => RegistryPermissions.WriteInstitutions;

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("bin", new("БСН", "БИН", "BIN"), ImportValueKind.Text, false, ["БСН", "БИН", "BIN", "ұйымның БСН", "БИН организации"]),
        new("nameKk", new("Қазақша атауы", "Наименование на казахском", "Name in Kazakh"), ImportValueKind.Text, true,
            ["қазақша атауы", "атауы", "мемлекеттік тілдегі атауы", "наименование на казахском", "наименование на казахском языке", "наименование на государственном языке", "name in Kazakh"]),
        new("nameRu", new("Орысша атауы", "Наименование на русском", "Name in Russian"), ImportValueKind.Text, true,
            ["орысша атауы", "наименование", "наименование на русском", "наименование на русском языке", "name in Russian"]),
        new("nameEn", new("Ағылшынша атауы", "Наименование на английском", "Name in English"), ImportValueKind.Text, false,
            ["ағылшынша атауы", "наименование на английском", "name in English"]),
        new("kind", new("Түрі", "Вид", "Kind"), ImportValueKind.Text, true, ["түрі", "ұйым түрі", "вид", "вид организации", "тип", "kind"]),
        new("ownership", new("Меншік нысаны", "Форма собственности", "Ownership"), ImportValueKind.Text, false,
            ["меншік нысаны", "меншік", "форма собственности", "собственность", "ownership"]),
        new("legalForm", new("Ұйымдық-құқықтық нысаны", "Организационно-правовая форма", "Legal form"), ImportValueKind.Text, false,
            ["ұйымдық-құқықтық нысаны", "құқықтық нысаны", "организационно-правовая форма", "ОПФ", "legal form"]),
        new("languages", new("Оқыту тілдері", "Языки обучения", "Languages of instruction"), ImportValueKind.Text, false,
            ["оқыту тілдері", "оқыту тілі", "языки обучения", "язык обучения", "languages", "language of instruction"]),
        new("territory", new("Аумақ", "Территория", "Territory"), ImportValueKind.Text, false,
            ["аумақ", "ӘАОЖ", "ауданы", "территория", "КАТО", "код КАТО", "район", "город", "territory", "KATO"]),
        new("openedOn", new("Ашылған күні", "Дата открытия", "Opened on"), ImportValueKind.Date, false, ["ашылған күні", "дата открытия", "opened", "opened on"]),
    ];

    public IReadOnlyList<ImportOption> Options { get; } =
        [new("territory", new("Аумақ (кестеде болмаса)", "Территория (если её нет в таблице)", "Territory (where the table has none)"), "territory", false)];

    public async Task<IReadOnlyList<FieldError>> CheckOptions(ImportContext context, CancellationToken cancellationToken) =>
        context.Options.TryGetValue("territory", out var code) && code.Length > 0 && !await db.Territories.AnyAsync(t => t.Code == code, cancellationToken)
            ? [new("territory", "registry.unknown-territory", code)]
            : [];

    public Task Check(ImportContext context, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken) =>
        plan.Check(context, [.. rows.Where(r => r.Errors.Count == 0)], cancellationToken);

    public Task InTransaction(Func<CancellationToken, Task> work, Func<IIntegrationEvent> completed, CancellationToken cancellationToken) =>
        db.InTransaction(
            async token =>
            {
                db.ChangeTracker.Clear();
                await work(token);
                db.Publish(completed());
                await db.SaveChangesAsync(token);
                return 0;
            },
            cancellationToken);

    public async Task Write(ImportContext context, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var lines = rows.Select(r => (InstitutionImportPlan.Line)r.Found!).ToList();
        var ids = lines.Where(l => l.ExistingId is not null).Select(l => l.ExistingId!.Value).ToList();
        var existing = await checks.Whole().Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, cancellationToken);
        foreach (var line in lines)
        {
            if (line.ExistingId is { } id)
            {
                existing[id].Correct(line.Passport, context.ImportId);
            }
            else
            {
                db.Add(new Institution(line.Passport, line.TerritoryCode, basis: null, context.ImportId));
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }
}
