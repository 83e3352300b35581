using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Education.BuildingBlocks.Persistence;

/// <summary>SHA-256 over the values of rows written in bulk, so that the audit chain vouches for them without repeating them.</summary>
internal sealed class RowDigest<T>
    where T : class
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Func<object, object?>[] _read;
    private readonly StringBuilder _text = new();
    private byte[] _buffer = new byte[1024];

    public RowDigest(DbContext context)
    {
        var type = context.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not mapped.");
        _read = [.. type.GetProperties().Where(p => !p.IsShadowProperty())
            .OrderBy(p => p.Name, StringComparer.Ordinal)
            .Select(p => (Func<object, object?>)p.GetGetter().GetClrValueUsingContainingEntity)];
    }

    public void Add(T row)
    {
        _text.Clear();
        foreach (var read in _read)
        {
            _text.Append(CultureInfo.InvariantCulture, $"{read(row)}").Append('\u001f');
        }

        foreach (var chunk in _text.GetChunks())
        {
            var needed = Encoding.UTF8.GetMaxByteCount(chunk.Length);
            if (_buffer.Length < needed)
            {
                _buffer = new byte[needed];
            }

            var count = Encoding.UTF8.GetBytes(chunk.Span, _buffer);
            _hash.AppendData(_buffer.AsSpan(0, count));
        }
    }

    public string Finish()
    {
        var digest = Convert.ToHexStringLower(_hash.GetHashAndReset());
        _hash.Dispose();
        return digest;
    }
}
