using Education.Imports.Reading;

namespace Education.Imports.Engine;

/// <summary>Section <c>Imports</c> of the configuration.</summary>
internal sealed class ImportsSettings
{
    /// <summary>Largest file, in MiB.</summary>
    public int MaxFileMegabytes { get; set; } = 50;

    /// <summary>Most rows of one file.</summary>
    public int MaxRows { get; set; } = 500_000;

    /// <summary>Errors kept of one check; all are counted.</summary>
    public int MaxStoredErrors { get; set; } = 10_000;

    /// <summary>Names of institutions asked back at once.</summary>
    public int MaxQuestions { get; set; } = 1_000;

    /// <summary>Rows given to a module at a time.</summary>
    public int RowsPerChunk { get; set; } = 1_000;

    /// <summary>Where uploads stay while they are received; the system's folder unless set.</summary>
    public string? TempFolder { get; set; }

    public long MaxFileBytes => (long)MaxFileMegabytes << 20;

    public TabularLimits Limits => TabularLimits.Default with { MaxFileBytes = MaxFileBytes, MaxRows = MaxRows };

    /// <summary>A temporary file that disappears when it is closed.</summary>
    public FileStream NewTempFile() => new(
        Path.Combine(TempFolder ?? Path.GetTempPath(), "education-import-" + Path.GetRandomFileName()),
        new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 81920,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        });
}
