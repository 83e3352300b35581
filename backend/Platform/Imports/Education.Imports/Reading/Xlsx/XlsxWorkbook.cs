using System.IO.Compression;

namespace Education.Imports.Reading.Xlsx;

/// <summary>A workbook: its parts found through the relationships, so that files of any generator open.</summary>
internal sealed class XlsxWorkbook : ITabularSource
{
    private const int MostSheets = 500;
    private const int LongestName = 255;

    private readonly ZipArchive archive;
    private readonly TabularLimits limits;
    private readonly List<string> sheetParts = [];
    private readonly List<TabularSheet> sheets = [];
    private readonly string? stringsPart;
    private readonly string? stylesPart;

    private XlsxWorkbook(ZipArchive archive, TabularLimits limits)
    {
        this.archive = archive;
        this.limits = limits;
        RefuseMacros();
        var main = Relationships("_rels/.rels", "").Values.FirstOrDefault(one => one.Type == "officeDocument")?.Target ?? "xl/workbook.xml";
        RefuseOtherKinds(main);
        var folder = main[..(main.LastIndexOf('/') + 1)];
        var parts = Relationships($"{folder}_rels/{main[folder.Length..]}.rels", folder);
        stringsPart = parts.Values.FirstOrDefault(one => one.Type == "sharedStrings")?.Target;
        stylesPart = parts.Values.FirstOrDefault(one => one.Type == "styles")?.Target;
        ReadSheets(main, parts);
    }

    public IReadOnlyList<TabularSheet> Sheets => sheets;

    public bool Date1904 { get; private set; }

    public SharedStrings Strings
    {
        get
        {
            if (field is null)
            {
                using var part = Part(stringsPart ?? throw new FileRejected(FileRejected.Damaged));
                field = SharedStrings.Load(part, limits);
            }

            return field;
        }
    }

    public CellStyles Styles
    {
        get
        {
            if (field is null && stylesPart is not null && archive.GetEntry(stylesPart) is not null)
            {
                using var part = Part(stylesPart);
                field = CellStyles.Load(part);
            }

            return field ??= new CellStyles();
        }
    }

    public static XlsxWorkbook Open(Stream file, TabularLimits limits)
    {
        var container = ZipGuard.Open(file, limits);
        try
        {
            return new XlsxWorkbook(container, limits);
        }
        catch
        {
            container.Dispose();
            throw;
        }
    }

    public IEnumerable<TabularRow> Rows(int sheet)
    {
        using var part = Part(sheetParts[sheet]);
        foreach (var row in new SheetRows(part, this, limits).Read())
        {
            yield return row;
        }
    }

    public void Dispose() => archive.Dispose();

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/'))
        {
            return target[1..];
        }

        var steps = new List<string>();
        foreach (var step in (folder + target).Split('/'))
        {
            if (step == ".." && steps.Count > 0)
            {
                steps.RemoveAt(steps.Count - 1);
            }
            else if (step is not ("." or ".." or ""))
            {
                steps.Add(step);
            }
        }

        return string.Join('/', steps);
    }

    private void RefuseMacros()
    {
        var types = archive.GetEntry("[Content_Types].xml");
        if (archive.Entries.Any(one => one.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
            || one.FullName.StartsWith("xl/macrosheets/", StringComparison.OrdinalIgnoreCase)))
        {
            throw new FileRejected(FileRejected.Macros);
        }

        if (types is null)
        {
            return;
        }

        using var part = new PartReader(types);
        while (part.Read())
        {
            if (part.IsStart && part.Attribute("ContentType")?.Contains("vbaProject", StringComparison.OrdinalIgnoreCase) == true)
            {
                throw new FileRejected(FileRejected.Macros);
            }
        }
    }

    private void RefuseOtherKinds(string main)
    {
        if (archive.GetEntry(main) is not null && main.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && main.StartsWith("xl/", StringComparison.Ordinal))
        {
            return;
        }

        var label = main.Split('/')[0] switch
        {
            "word" => "DOCX",
            "ppt" => "PPTX",
            "xl" when main.EndsWith(".bin", StringComparison.OrdinalIgnoreCase) => "XLSB",
            _ => archive.GetEntry("mimetype") is null ? "ZIP" : "OpenDocument",
        };
        throw new FileRejected(FileRejected.Kind, label);
    }

    private void ReadSheets(string main, Dictionary<string, Relationship> parts)
    {
        using var part = Part(main);
        while (part.Read())
        {
            if (part.IsStartOf("workbookPr"))
            {
                Date1904 = part.Attribute("date1904") is "1" or "true";
            }
            else if (part.IsStartOf("sheet"))
            {
                if (part.RelationshipId() is not { } id || !parts.TryGetValue(id, out var target))
                {
                    throw new FileRejected(FileRejected.Damaged);
                }

                // Chart and dialog sheets hold no rows.
                if (target.Type == "worksheet")
                {
                    var name = part.Attribute("name") ?? "";
                    sheetParts.Add(target.Target);
                    sheets.Add(new TabularSheet(sheets.Count, name[..Math.Min(name.Length, LongestName)], part.Attribute("state") is null or "visible"));
                }

                if (sheets.Count > MostSheets)
                {
                    throw new FileRejected(FileRejected.Damaged);
                }
            }
        }

        if (sheets.Count == 0)
        {
            throw new FileRejected(FileRejected.Empty);
        }
    }

    /// <summary>Relationships by id; external ones (links to other files and sites) are left out and so can never be followed.</summary>
    private Dictionary<string, Relationship> Relationships(string path, string folder)
    {
        var result = new Dictionary<string, Relationship>(StringComparer.Ordinal);
        if (archive.GetEntry(path) is not { } entry)
        {
            return result;
        }

        using var part = new PartReader(entry);
        while (part.Read())
        {
            if (part.IsStartOf("Relationship") && part.Attribute("TargetMode") != "External"
                && part.Attribute("Id") is { } id && part.Attribute("Target") is { } target && part.Attribute("Type") is { } type)
            {
                result[id] = new Relationship(type[(type.LastIndexOf('/') + 1)..], Resolve(folder, target));
            }
        }

        return result;
    }

    private PartReader Part(string path) => archive.GetEntry(path) is { } entry ? new PartReader(entry) : throw new FileRejected(FileRejected.Damaged);

    private sealed record Relationship(string Type, string Target);
}
