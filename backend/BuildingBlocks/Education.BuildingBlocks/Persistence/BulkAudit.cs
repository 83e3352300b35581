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
    private readonly string _entity;
    private readonly Guid _source;
    private byte[] _buffer = new byte[1024];
    private int _used;

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

        _used = 0;
        foreach (var read in _read)
        {
            Append(read(row));
            Append('\u001f');
        }

        part.Add(_buffer.AsSpan(0, _used));
    }

    public IEnumerable<AuditWriter.Draft> Drafts()
    {
        foreach (var (place, part) in _parts)
        {
            using (part)
            {
                yield return new(
                    _entity, _source, "bulk-created", 0, place.TerritoryCode, place.InstitutionId,
                    $$"""{"count":{{part.Count}},"sha256":"{{part.Digest()}}"}""");
            }
        }
    }

    /// <summary>The value as invariant text, straight as bytes: a row of an import has twenty of them.</summary>
    private void Append(object? value)
    {
        switch (value)
        {
            case null:
                Append('\0');
                break;
            case IUtf8SpanFormattable formattable:
                int written;
                while (!formattable.TryFormat(_buffer.AsSpan(_used), out written, default, CultureInfo.InvariantCulture))
                {
                    Grow(_buffer.Length - _used + 1);
                }

                _used += written;
                break;
            case byte[] bytes:
                Grow(bytes.Length);
                bytes.CopyTo(_buffer.AsSpan(_used));
                _used += bytes.Length;
                break;
            default:
                var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
                Grow(Encoding.UTF8.GetMaxByteCount(text.Length));
                _used += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_used));
                break;
        }
    }

    private void Append(char control)
    {
        Grow(1);
        _buffer[_used++] = (byte)control;
    }

    private void Grow(int needed)
    {
        if (_buffer.Length - _used < needed)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _used + needed));
        }
    }

    private void Collect(ITypeBase type, Func<object, object?> owner)
    {
        foreach (var property in type.GetProperties().Where(p => !p.IsShadowProperty()).OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            var getter = property.GetGetter();
            _read.Add(row => owner(row) is { } source ? getter.GetClrValue(source) : null);
        }

        foreach (var complex in type.GetComplexProperties().OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            var getter = complex.GetGetter();
            Collect(complex.ComplexType, row => owner(row) is { } source ? getter.GetClrValue(source) : null);
        }
    }

    /// <summary>The rows of one place. Several are digested at a time: a call of the digest costs more than a row.</summary>
    private sealed class Part : IDisposable
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private readonly byte[] _waiting = new byte[2048];
        private int _length;

        public int Count { get; private set; }

        public void Add(ReadOnlySpan<byte> row)
        {
            Count++;
            if (row.Length > _waiting.Length - _length)
            {
                Flush();
            }

            if (row.Length > _waiting.Length)
            {
                _hash.AppendData(row);
                return;
            }

            row.CopyTo(_waiting.AsSpan(_length));
            _length += row.Length;
        }

        public string Digest()
        {
            Flush();
            return Convert.ToHexStringLower(_hash.GetHashAndReset());
        }

        public void Dispose() => _hash.Dispose();

        private void Flush()
        {
            _hash.AppendData(_waiting.AsSpan(0, _length));
            _length = 0;
        }
    }
}
