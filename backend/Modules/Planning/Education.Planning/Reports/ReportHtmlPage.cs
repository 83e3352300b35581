using System.Net;
using Education.SharedKernel;

namespace Education.Planning.Reports;

/// <summary>What the report is taken away as.</summary>
internal enum ReportFormat
{
    /// <summary>A Word document.</summary>
    Docx,

    /// <summary>One page for a site, with its styles inside.</summary>
    Html,
}

/// <summary>The report's text as one file that a site can hold: styles inside, nothing loaded from elsewhere.</summary>
internal static class ReportHtmlPage
{
    // A figure opens its origin in the product only: outside of it the link is plain text.
    private const string Style = """
        body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 16px/1.6 "Noto Sans", "Segoe UI", Arial, sans-serif; color: #16303a; }
        table { border-collapse: collapse; margin: 1rem 0; font-size: 0.93rem; }
        th, td { padding: 0.3rem 0.6rem; border: 1px solid #c9d6db; text-align: left; font-variant-numeric: tabular-nums; }
        .right { text-align: right; }
        a.figure { color: inherit; text-decoration: none; pointer-events: none; }
        """;

    public static string Of(LocalizedText title, string text, Language language) => $"""
        <!DOCTYPE html>
        <html lang="{language.Code()}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{WebUtility.HtmlEncode(title.In(language))}</title>
        <style>
        {Style}
        </style>
        </head>
        <body>
        {text}
        </body>
        </html>

        """;
}
