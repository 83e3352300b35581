using Education.BuildingBlocks.Persistence;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Education.Imports.Contracts;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Imports.Storage;

/// <summary>What became of the rows; total = created + changed + unchanged + rejected, always.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ImportCounts(int Created, int Changed, int Unchanged, int Rejected)
{
    public int Total => Created + Changed + Unchanged + Rejected;

    public ImportCounts With(ImportOutcome outcome) => outcome switch
    {
        ImportOutcome.Created => this with { Created = Created + 1 },
        ImportOutcome.Changed => this with { Changed = Changed + 1 },
        ImportOutcome.Unchanged => this with { Unchanged = Unchanged + 1 },
        _ => this with { Rejected = Rejected + 1 },
    };
}

/// <summary>What was found in a file, or chosen by hand.</summary>
/// <param name="Sheets">Names of the sheets.</param>
/// <param name="Sheet">0-based.</param>
/// <param name="HeaderFirstRow">First row of the headings, 1-based, 0 for none.</param>
/// <param name="HeaderRow">Last row of the headings.</param>
/// <param name="Headings">Heading of each column of the file.</param>
/// <param name="Mapping">Column key → 0-based column of the file.</param>
/// <param name="Missing">Keys of required columns that are not mapped.</param>
/// <param name="Rows">Rows below the headings.</param>
internal sealed record RecognisedTable(
    IReadOnlyList<string> Sheets, int Sheet, int HeaderFirstRow, int HeaderRow, IReadOnlyList<string> Headings,
    IReadOnlyDictionary<string, int> Mapping, IReadOnlyList<string> Missing, int Rows);

/// <summary>At most 1 MiB of the original file.</summary>
[NotAudited]
internal sealed class ImportChunk
{
    public const int Size = 1 << 20;

    public Guid ImportId { get; init; }

    /// <summary>0-based.</summary>
    public int Number { get; init; }

    public byte[] Data { get; init; } = [];
}

/// <summary>Outcome of every row by the last check, a byte a row in file order.</summary>
[NotAudited]
internal sealed class ImportOutcomes
{
    public Guid ImportId { get; init; }

    public byte[] Data { get; init; } = [];
}

/// <summary>An error of a cell, as found by the last check.</summary>
[NotAudited]
internal sealed class ImportRowError
{
    public Guid Id { get; init; } = SequentialGuid.Next();

    public Guid ImportId { get; init; }

    /// <summary>As the person sees it in the file, 1-based.</summary>
    public int Row { get; init; }

    /// <summary>Key of the column.</summary>
    public string Column { get; init; } = "";

    /// <summary>Letter of the column in the file; empty when the file lacks the column.</summary>
    public string Letter { get; init; } = "";

    /// <summary>What stands in the cell; masked when the column is personal.</summary>
    public string Value { get; init; } = "";

    public string Code { get; init; } = "";

    /// <summary>JSON array.</summary>
    public string Args { get; init; } = "[]";
}

/// <summary>A name of an institution that the register could not tell, and what the person answered.</summary>
[NotAudited]
internal sealed class ImportAnswer
{
    public Guid Id { get; init; } = SequentialGuid.Next();

    public Guid ImportId { get; init; }

    /// <summary>The name as it stands in the file.</summary>
    public string Text { get; init; } = "";

    /// <summary>True when several institutions fit, false when none does.</summary>
    public bool IsAmbiguous { get; set; }

    /// <summary>Cells with this name.</summary>
    public int Count { get; set; }

    /// <summary>The answer.</summary>
    public Guid? InstitutionId { get; set; }
}

/// <summary>Errors of one column and code.</summary>
internal sealed record ErrorCount(string Column, string Code, int Count);

/// <summary>JSON columns.</summary>
internal static class StoredJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options)!;
}

internal static class ImportPartTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<ImportChunk>(chunk =>
        {
            chunk.ToTable("Chunks");
            chunk.HasKey(c => new { c.ImportId, c.Number });
            chunk.HasOne<Import>().WithMany().HasForeignKey(c => c.ImportId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<ImportOutcomes>(outcomes =>
        {
            outcomes.ToTable("Outcomes");
            outcomes.HasKey(o => o.ImportId);
            outcomes.HasOne<Import>().WithOne().HasForeignKey<ImportOutcomes>(o => o.ImportId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<ImportRowError>(error =>
        {
            error.ToTable("RowErrors");
            error.Property(e => e.Id).ValueGeneratedNever();
            error.Property(e => e.Column).HasMaxLength(100);
            error.Property(e => e.Letter).HasMaxLength(8);
            error.Property(e => e.Code).HasMaxLength(100);
            error.Property(e => e.Args).HasMaxLength(2000);
            error.HasOne<Import>().WithMany().HasForeignKey(e => e.ImportId).OnDelete(DeleteBehavior.Cascade);
            error.HasIndex(e => new { e.ImportId, e.Row });
        });
        model.Entity<ImportAnswer>(answer =>
        {
            answer.ToTable("Answers");
            answer.Property(a => a.Id).ValueGeneratedNever();
            answer.HasOne<Import>().WithMany().HasForeignKey(a => a.ImportId).OnDelete(DeleteBehavior.Cascade);
            answer.HasIndex(a => a.ImportId);
        });
    }
}
