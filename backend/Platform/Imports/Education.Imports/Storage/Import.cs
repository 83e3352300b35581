using System.Text.Json;
using Education.BuildingBlocks.Persistence;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Imports.Storage;

/// <summary>Which rows are written.</summary>
internal enum ImportMode
{
    /// <summary>Every row, or nothing when one has an error.</summary>
    All,

    /// <summary>The rows without errors.</summary>
    Good,
}

/// <summary>Импорт / импорттау: one uploaded table on its way into a register.</summary>
internal sealed class Import : Entity
{
    private Import()
    {
    }

    public string DefinitionKey { get; private set; } = "";

    public string FileName { get; private set; } = "";

    /// <summary>Bytes.</summary>
    public long Size { get; private set; }

    /// <summary>Of the original file, lower-case hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    public Guid OwnerId { get; private set; }

    public string OwnerName { get; private set; } = "";

    /// <summary>JSON object: option → value as text.</summary>
    public string Options { get; private set; } = "{}";

    /// <summary>JSON array of the sheets' names.</summary>
    [NotAudited]
    public string Sheets { get; private set; } = "[]";

    /// <summary>0-based.</summary>
    public int Sheet { get; private set; }

    /// <summary>The first row of the headings, 1-based; 0 while none is known.</summary>
    public int HeaderFirstRow { get; private set; }

    /// <summary>The last row of the headings; the data are below it.</summary>
    public int HeaderRow { get; private set; }

    /// <summary>JSON object: column key → 0-based column of the file.</summary>
    public string Mapping { get; private set; } = "{}";

    /// <summary>JSON array: heading of each column of the file.</summary>
    [NotAudited]
    public string Headings { get; private set; } = "[]";

    /// <summary>Rows below the headings that hold something; the measure of progress.</summary>
    public int FileRows { get; private set; }

    public ImportStatus Status { get; private set; }

    public ImportMode? Mode { get; private set; }

    public int Total { get; private set; }

    public int Created { get; private set; }

    public int Changed { get; private set; }

    public int Unchanged { get; private set; }

    public int Rejected { get; private set; }

    /// <summary>All errors found; the stored ones may be fewer.</summary>
    public int ErrorCount { get; private set; }

    /// <summary>JSON array: errors by column and code, all of them counted.</summary>
    [NotAudited]
    public string ErrorSummary { get; private set; } = "[]";

    public string? FailureCode { get; private set; }

    [NotAudited]
    public string? FailureArgs { get; private set; }

    /// <summary>The job at work, or the last one.</summary>
    public Guid? JobId { get; private set; }

    public DateTime? AppliedAt { get; private set; }

    public bool IsBusy => Status is ImportStatus.Checking or ImportStatus.Applying;

    public IReadOnlyDictionary<string, string> OptionValues => JsonSerializer.Deserialize<Dictionary<string, string>>(Options)!;

    public IReadOnlyDictionary<string, int> ColumnPlaces => JsonSerializer.Deserialize<Dictionary<string, int>>(Mapping)!;

    public static Import Upload(string definitionKey, string fileName, long size, string sha256, Guid ownerId, string ownerName) => new()
    {
        DefinitionKey = definitionKey,
        FileName = fileName,
        Size = size,
        Sha256 = sha256,
        OwnerId = ownerId,
        OwnerName = ownerName,
    };

    /// <summary>Takes what was recognised, or chosen by hand; what was checked before no longer holds.</summary>
    /// <exception cref="RuleViolation">A job is at work, or the import is finished.</exception>
    public void Recognise(IReadOnlyDictionary<string, string> options, RecognisedTable table)
    {
        RequireOpen();
        (Options, Sheets, Headings) = (StoredJson.Write(options), StoredJson.Write(table.Sheets), StoredJson.Write(table.Headings));
        (Sheet, HeaderFirstRow, HeaderRow, FileRows) = (table.Sheet, table.HeaderFirstRow, table.HeaderRow, table.Rows);
        Mapping = StoredJson.Write(table.Mapping);
        Status = table.Missing.Count == 0 ? ImportStatus.Recognised : ImportStatus.Uploaded;
        ClearResult();
    }

    /// <summary>A question was answered: the outcomes are those of the check before, the next one knows better.</summary>
    public void TakeAnswer()
    {
        RequireOpen();
        Status = Status == ImportStatus.Checked ? ImportStatus.Recognised : Status;
        Touch();
    }

    public void StartCheck(Guid jobId)
    {
        RequireOpen();
        if (Status == ImportStatus.Uploaded)
        {
            throw new RuleViolation("imports.columns-missing");
        }

        ClearResult();
        (Status, JobId) = (ImportStatus.Checking, jobId);
    }

    public void TakeCheck(ImportCounts counts, int errors, string summary)
    {
        TakeCounts(counts);
        (Status, ErrorCount, ErrorSummary) = (ImportStatus.Checked, errors, summary);
    }

    /// <exception cref="RuleViolation">Not checked, applied already, or rows with errors while all are to be written.</exception>
    public void StartApply(ImportMode mode, Guid jobId)
    {
        RequireOpen();
        if (Status != ImportStatus.Checked)
        {
            throw new RuleViolation("imports.not-checked");
        }

        if (mode == ImportMode.All && Rejected > 0)
        {
            throw new RuleViolation("imports.has-errors", Rejected);
        }

        if (Total == Rejected)
        {
            throw new RuleViolation("imports.nothing-to-apply");
        }

        (Status, Mode, JobId) = (ImportStatus.Applying, mode, jobId);
    }

    /// <summary>Checked and applied in one go, without jobs.</summary>
    public void StartNow(ImportCounts counts)
    {
        TakeCounts(counts);
        (Status, Mode) = (ImportStatus.Applying, ImportMode.All);
    }

    /// <summary>The module's transaction is committed. Told twice, by the job and by the event; the second time changes nothing.</summary>
    public void TakeApplied(ImportCounts counts, DateTime at)
    {
        if (Status == ImportStatus.Applied)
        {
            return;
        }

        TakeCounts(counts);
        (Status, AppliedAt, FailureCode, FailureArgs) = (ImportStatus.Applied, at, null, null);
    }

    public void Fail(string code, string args) => (Status, FailureCode, FailureArgs) = (ImportStatus.Failed, code, args);

    public void Cancel()
    {
        if (Status != ImportStatus.Checking)
        {
            RequireOpen();
        }

        Status = ImportStatus.Cancelled;
    }

    /// <exception cref="RuleViolation">A job is at work, or the import is finished.</exception>
    public void RequireOpen()
    {
        var code = Status switch
        {
            ImportStatus.Checking or ImportStatus.Applying => "imports.busy",
            ImportStatus.Applied => "imports.already-applied",
            ImportStatus.Cancelled => "imports.cancelled",
            _ => null,
        };
        if (code is not null)
        {
            throw new RuleViolation(code);
        }
    }

    private void ClearResult()
    {
        TakeCounts(default);
        (ErrorCount, ErrorSummary, FailureCode, FailureArgs) = (0, "[]", null, null);
    }

    private void TakeCounts(ImportCounts counts) =>
        (Total, Created, Changed, Unchanged, Rejected) = (counts.Total, counts.Created, counts.Changed, counts.Unchanged, counts.Rejected);

    public static void Map(ModelBuilder model) => model.Entity<Import>(import =>
    {
        import.ToTable("Imports");
        import.Property(i => i.DefinitionKey).HasMaxLength(100);
        import.Property(i => i.FileName).HasMaxLength(255);
        import.Property(i => i.Sha256).HasMaxLength(64);
        import.Property(i => i.Options).Unbounded();
        import.Property(i => i.Sheets).Unbounded();
        import.Property(i => i.Mapping).Unbounded();
        import.Property(i => i.Headings).Unbounded();
        import.Property(i => i.ErrorSummary).Unbounded();
        import.Property(i => i.FailureArgs).Unbounded();
        import.Ignore(i => i.OptionValues);
        import.Ignore(i => i.ColumnPlaces);
        import.HasIndex(i => new { i.OwnerId, i.CreatedAt });
        import.HasIndex(i => i.CreatedAt);
        import.HasIndex(i => new { i.DefinitionKey, i.Sha256 });
    });
}
