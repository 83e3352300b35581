using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Education.BuildingBlocks.Audit;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Education.BuildingBlocks.Persistence;

/// <summary>
/// The bulk inserts of one transaction: those of one table and source are audited together, however many pieces they come in. An import
/// whose rows lie by turns over a thousand schools would otherwise get a thousand audit rows with every piece.
/// </summary>
internal sealed class BulkAudits
{
    private readonly Dictionary<(IEntityType Type, Guid Source), BulkAudit> _open = [];

    public BulkAudit Of(IEntityType type, Guid source)
    {
        if (!_open.TryGetValue((type, source), out var audit))
        {
            _open.Add((type, source), audit = new(type, source));
        }

        return audit;
    }

    /// <summary>The audit rows so far; what comes after begins anew.</summary>
    public List<AuditWriter.Draft> Take()
    {
        var drafts = _open.Values.SelectMany(audit => audit.Drafts()).ToList();
        _open.Clear();
        return drafts;
    }
}

/// <summary>
/// Rows written in bulk as the audit chain vouches for them: for every institution (or territory) that got rows, their count and SHA-256,
/// so that a restricted reader of the change feed learns of his own.
/// </summary>
internal sealed class BulkAudit
{
    private readonly List<Func<object, object?>> _read = [];
    private readonly Dictionary<(string? TerritoryCode, Guid? InstitutionId), Part> _parts = [];
    private readonly StringBuilder _text = new();
    private readonly string _entity;
    private readonly Guid _source;
    private byte[] _buffer = new byte[1024];

    public BulkAudit(IEntityType type, Guid source)
    {
        (_entity, _source) = (type.ClrType.Name, source);
        Collect(type, row => row);
    }

    public void Add(object row)
    {
        var place = ScopeGuard.PlaceOf(row);
        if (!_parts.TryGetValue(place, out var part))
        {
            _parts.Add(place, part = new());
        }

        _text.Clear();
        foreach (var read in _read)
        {
            _text.Append(CultureInfo.InvariantCulture, $"{read(row) ?? '\u0000'}").Append('\u001f');
        }

        foreach (var chunk in _text.GetChunks())
        {
            var needed = Encoding.UTF8.GetMaxByteCount(chunk.Length);
            if (_buffer.Length < needed)
            {
                _buffer = new byte[needed];
            }

            part.Hash.AppendData(_buffer.AsSpan(0, Encoding.UTF8.GetBytes(chunk.Span, _buffer)));
        }

        part.Count++;
    }

    public IEnumerable<AuditWriter.Draft> Drafts()
    {
        foreach (var (place, part) in _parts)
        {
            using (part.Hash)
            {
                var digest = Convert.ToHexStringLower(part.Hash.GetHashAndReset());
                yield return new(
                    _entity, _source, "bulk-created", 0, place.TerritoryCode, place.InstitutionId,
                    $$"""{"count":{{part.Count}},"sha256":"{{digest}}"}""");
            }
        }
    }

    private void Collect(ITypeBase type, Func<object, object?> owner)
    {
        foreach (var property in type.GetProperties().Where(p => !p.IsShadowProperty()).OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            var member = property.PropertyInfo!;
            _read.Add(row => owner(row) is { } source ? member.GetValue(source) : null);
        }

        foreach (var complex in type.GetComplexProperties().OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            var member = complex.PropertyInfo!;
            Collect(complex.ComplexType, row => owner(row) is { } source ? member.GetValue(source) : null);
        }
    }

    private sealed class Part
    {
        public IncrementalHash Hash { get; } = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public int Count { get; set; }
    }
}
