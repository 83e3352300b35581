namespace Education.Imports.Storage;

/// <summary>Where an import stands.</summary>
internal enum ImportStatus
{
    /// <summary>Stored; a column that must be there is not recognised yet.</summary>
    Uploaded,

    /// <summary>Every column that must be there is known.</summary>
    Recognised,

    /// <summary>A job reads the rows.</summary>
    Checking,

    /// <summary>Outcomes and errors of the rows are known.</summary>
    Checked,

    /// <summary>A job writes the rows.</summary>
    Applying,

    /// <summary>The rows are in the register.</summary>
    Applied,

    /// <summary>The job gave up; nothing was written, it may be checked again.</summary>
    Failed,

    /// <summary>Given up by its owner.</summary>
    Cancelled,
}
