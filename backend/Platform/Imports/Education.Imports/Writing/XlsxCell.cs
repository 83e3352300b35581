using System.Globalization;
using System.Runtime.InteropServices;

namespace Education.Imports.Writing;

/// <summary>Looks of cells; the numbers are the indexes of <c>cellXfs</c> in <see cref="XlsxStyles"/>.</summary>
internal enum XlsxLook
{
    Plain,
    Header,
    Date,
    DateTime,
    Percent,

    /// <summary>Text that a spreadsheet could take for a formula, kept text even when it is edited.</summary>
    QuotedText,
    Error,

    /// <summary>An error cell that holds such text.</summary>
    QuotedError,
    ErrorDate,
    ErrorDateTime,
    ErrorPercent,
    WrappedText,
}

internal enum XlsxType : byte
{
    Empty,
    Text,
    Number,
    Boolean,
}

/// <summary>A value to write. Text is always written as text, whatever it begins with.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct XlsxCell(XlsxType Type, string Value, XlsxLook Look)
{
    public static XlsxCell Empty { get; } = new(XlsxType.Empty, "", XlsxLook.Plain);

    public static XlsxCell Text(string? text, XlsxLook look = XlsxLook.Plain)
    {
        if (string.IsNullOrEmpty(text))
        {
            return Empty with { Look = look };
        }

        var quoted = text[0] is '=' or '+' or '-' or '@' or '\t' or '\r';
        return new XlsxCell(XlsxType.Text, text, (look, quoted) switch
        {
            (XlsxLook.Plain, true) => XlsxLook.QuotedText,
            (XlsxLook.Error, true) => XlsxLook.QuotedError,
            _ => look,
        });
    }

    public static XlsxCell Number(decimal number) => new(XlsxType.Number, number.ToString(CultureInfo.InvariantCulture), XlsxLook.Plain);

    /// <summary>A share as a fraction of one, shown as a percentage: 0.796 is 79.6%.</summary>
    public static XlsxCell Percent(decimal fraction) => new(XlsxType.Number, fraction.ToString(CultureInfo.InvariantCulture), XlsxLook.Percent);

    public static XlsxCell Boolean(bool value) => new(XlsxType.Boolean, value ? "1" : "0", XlsxLook.Plain);

    public static XlsxCell Date(DateOnly date) => Serial(date.ToDateTime(TimeOnly.MinValue), XlsxLook.Date);

    public static XlsxCell DateTime(DateTime moment) => Serial(moment, XlsxLook.DateTime);

    /// <summary>The same value in the colour of errors.</summary>
    public XlsxCell AsError() => this with
    {
        Look = Look switch
        {
            XlsxLook.QuotedText or XlsxLook.QuotedError => XlsxLook.QuotedError,
            XlsxLook.Date or XlsxLook.ErrorDate => XlsxLook.ErrorDate,
            XlsxLook.DateTime or XlsxLook.ErrorDateTime => XlsxLook.ErrorDateTime,
            XlsxLook.Percent or XlsxLook.ErrorPercent => XlsxLook.ErrorPercent,
            _ => XlsxLook.Error,
        },
    };

    private static XlsxCell Serial(DateTime moment, XlsxLook look)
    {
        // The 1900 system counts a 29 February that never was: days before 1 March 1900 have other numbers, days before 1900 none.
        if (moment < new DateTime(1900, 3, 1, 0, 0, 0, DateTimeKind.Unspecified))
        {
            return Text(moment.ToString(look == XlsxLook.Date ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
        }

        return new XlsxCell(XlsxType.Number, ((decimal)moment.ToOADate()).ToString(CultureInfo.InvariantCulture), look);
    }
}

/// <summary>A column of a sheet: caption and width in characters.</summary>
internal sealed record XlsxColumn(string Title, double Width = 16);
