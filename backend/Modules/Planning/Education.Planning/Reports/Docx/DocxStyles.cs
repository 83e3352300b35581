using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Education.Planning.Reports.Docx;

/// <summary>Styles, list numbering and properties of the document.</summary>
internal static class DocxStyles
{
    public const string Footer = "Footer";
    public const string TableText = "TableText";
    public const string TableGrid = "TableGrid";
    public const string List = "ListParagraph";
    public const string Quote = "Quote";
    public const int BulletList = 1;
    public const int FirstOrderedList = 2;

    private const string Font = "Times New Roman";
    private const int Levels = 4;

    public static string Heading(int level) => string.Create(CultureInfo.InvariantCulture, $"Heading{Math.Clamp(level, 1, 4)}");

    public static Styles Styles(string language)
    {
        var styles = new Styles(new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = Font, HighAnsi = Font, EastAsia = Font, ComplexScript = Font },
                new FontSize { Val = "28" },
                new FontSizeComplexScript { Val = "28" },
                new Languages { Val = language, EastAsia = language, Bidi = "ar-SA" })),
            new ParagraphPropertiesDefault()));
        // First line 12,5 mm, justified, single line: the usage of office documents.
        styles.Append(Paragraph("Normal", "Normal", null, new StyleParagraphProperties(
            new SpacingBetweenLines { After = "0", Line = "240", LineRule = LineSpacingRuleValues.Auto },
            new Indentation { FirstLine = "709" },
            new Justification { Val = JustificationValues.Both }), null, isDefault: true));
        for (var level = 1; level <= 4; level++)
        {
            styles.Append(Paragraph(Heading(level), $"heading {level}", "Normal", new StyleParagraphProperties(
                new KeepNext(),
                new SpacingBetweenLines { Before = "240", After = "120" },
                new Indentation { FirstLine = "0" },
                new Justification { Val = level == 1 ? JustificationValues.Center : JustificationValues.Left },
                new OutlineLevel { Val = level - 1 }), new StyleRunProperties(new Bold())));
        }

        styles.Append(
            Paragraph(List, "List Paragraph", "Normal", new StyleParagraphProperties(new ContextualSpacing()), null),
            Paragraph(Quote, "Quote", "Normal", new StyleParagraphProperties(new Indentation { Left = "709", FirstLine = "0" }), new StyleRunProperties(new Italic())),
            Paragraph(Footer, "footer", "Normal", new StyleParagraphProperties(
                new Indentation { FirstLine = "0" }, new Justification { Val = JustificationValues.Center }), new StyleRunProperties(new FontSize { Val = "24" })),
            Paragraph(TableText, "Table Text", "Normal", new StyleParagraphProperties(
                new Indentation { FirstLine = "0" }, new Justification { Val = JustificationValues.Left }), new StyleRunProperties(new FontSize { Val = "22" })),
            new Style(new StyleName { Val = "Normal Table" }, new StyleTableProperties(new TableIndentation { Width = 0, Type = TableWidthUnitValues.Dxa }))
            {
                Type = StyleValues.Table,
                StyleId = "TableNormal",
                Default = true,
            },
            new Style(new StyleName { Val = "Table Grid" }, new BasedOn { Val = "TableNormal" }, new StyleTableProperties(Borders()))
            {
                Type = StyleValues.Table,
                StyleId = TableGrid,
            });
        return styles;
    }

    /// <summary>A bulleted list and, so that each begins at one, a numbered one for every ordered list of the text.</summary>
    public static Numbering Numbering(int orderedLists)
    {
        var numbering = new Numbering(Abstract(0, ordered: false), Abstract(1, ordered: true));
        numbering.Append(new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = BulletList });
        for (var i = 0; i < orderedLists; i++)
        {
            numbering.Append(new NumberingInstance(
                new AbstractNumId { Val = 1 },
                new LevelOverride(new StartOverrideNumberingValue { Val = 1 }) { LevelIndex = 0 }) { NumberID = FirstOrderedList + i });
        }

        return numbering;
    }

    /// <summary>Title and language; no author and no time, which would tell two equal reports apart.</summary>
    public static byte[] CoreProperties(string title, string language) => Encoding.UTF8.GetBytes(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
        + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
        + $"<dc:title>{System.Security.SecurityElement.Escape(title)}</dc:title><dc:language>{language}</dc:language></cp:coreProperties>");

    private static AbstractNum Abstract(int id, bool ordered)
    {
        var number = new AbstractNum(new MultiLevelType { Val = MultiLevelValues.HybridMultilevel }) { AbstractNumberId = id };
        for (var level = 0; level < Levels; level++)
        {
            number.Append(new Level(
                new StartNumberingValue { Val = 1 },
                new NumberingFormat { Val = ordered ? NumberFormatValues.Decimal : NumberFormatValues.Bullet },
                new LevelText { Val = ordered ? $"%{level + 1}." : "–" },
                new LevelJustification { Val = LevelJustificationValues.Left },
                new PreviousParagraphProperties(new Indentation
                {
                    Left = (709 + (360 * (level + 1))).ToString(CultureInfo.InvariantCulture),
                    Hanging = "360",
                })) { LevelIndex = level });
        }

        return number;
    }

    private static Style Paragraph(
        string id, string name, string? basedOn, StyleParagraphProperties paragraph, StyleRunProperties? run, bool isDefault = false)
    {
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id };
        if (isDefault)
        {
            style.Default = true;
        }

        if (basedOn is not null)
        {
            style.Append(new BasedOn { Val = basedOn });
        }

        style.Append(new PrimaryStyle(), paragraph);
        if (run is not null)
        {
            style.Append(run);
        }

        return style;
    }

    private static TableBorders Borders()
    {
        T Line<T>()
            where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = "auto" };

        return new TableBorders(Line<TopBorder>(), Line<LeftBorder>(), Line<BottomBorder>(), Line<RightBorder>(), Line<InsideHorizontalBorder>(), Line<InsideVerticalBorder>());
    }
}
