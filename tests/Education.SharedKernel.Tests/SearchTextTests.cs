namespace Education.SharedKernel.Tests;

public sealed class SearchTextTests
{
    [TestCase("Әлия Ғабит Қаныш Аңсар Өркен Ұлан Үміт Һарон Ілияс Ёлка", "АЛИЯ ГАБИТ КАНЫШ АНСАР ОРКЕН УЛАН УМИТ ХАРОН ИЛИЯС ЕЛКА")]
    [TestCase("  «Ақ бота»   бөбекжай\u00A0–\tбақшасы ", "АК БОТА БОБЕКЖАЙ - БАКШАСЫ")]
    [TestCase("CШ №95", "СШ №95", TestName = "Latin C in «СШ» becomes Cyrillic")]
    [TestCase("iшкi", "ИШКИ", TestName = "Latin i typed for Kazakh і")]
    [TestCase("Шаhар", "ШАХАР", TestName = "Latin h typed for Kazakh һ")]
    [TestCase("\u018Fлем", "АЛЕМ", TestName = "Latin schwa typed for Ә")]
    [TestCase("и\u0306од е\u0308лка", "ЙОД ЕЛКА", TestName = "Decomposed й and ё, as file names of some systems have them")]
    [TestCase("за\u0301мок", "ЗАМОК", TestName = "Stress marks fall away")]
    [TestCase("шко\u00ADла", "ШКОЛА", TestName = "Soft hyphens fall away")]
    [TestCase("д'Арк", "ДАРК")]
    [TestCase("", "")]
    [TestCase(null, "")]
    public void Folds_to_the_search_form(string? text, string expected) =>
        Assert.That(SearchText.Normalize(text), Is.EqualTo(expected));

    [Test]
    public void Leaves_no_letter_that_the_design_folds()
    {
        string folded = SearchText.Normalize("ӘәҒғҚқҢңӨөҰұҮүҺһІіЁё AaBbCcEeHhIiKkMmOoPpTtXxYy");

        Assert.That(folded, Is.EqualTo("ААГГККННООУУУУХХИИЕЕ ААВВССЕЕХХИИККММООРРТТХХУУ"));
    }

    [TestCase("Қанат бөбекжайы", 5, "КАНАТ")]
    [TestCase("Қанат бөбекжайы", 6, "КАНАТ", TestName = "No space is left at the cut")]
    [TestCase("аб😀", 3, "АБ", TestName = "A surrogate pair is not split")]
    [TestCase("аб", 3, "АБ")]
    [TestCase("аб", 0, "")]
    public void Cuts_the_search_form_to_the_column(string text, int length, string expected) =>
        Assert.That(SearchText.Normalize(text, length), Is.EqualTo(expected));

    [Test]
    public void Drops_half_a_surrogate_pair() => Assert.That(SearchText.Normalize("а\uD83Dб\uDE00"), Is.EqualTo("АБ"));

    [Test]
    public void Refuses_a_negative_length() => Assert.Multiple(() =>
    {
        Assert.That(() => SearchText.Normalize("а", -1), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => SearchText.SortKey("а", -1), Throws.InstanceOf<ArgumentOutOfRangeException>());
    });

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public bool Folding_twice_changes_nothing(string? text, char[] anyCharacters)
    {
        string once = SearchText.Normalize(text + new string(anyCharacters));
        return SearchText.Normalize(once) == once;
    }

    /// <summary>A text of Latin, Cyrillic and common signs is folded character by character; a letter of another script makes it go the long way.</summary>
    [FsCheck.NUnit.Property(MaxTest = 2000)]
    public bool Folding_the_short_way_gives_what_the_long_way_gives(ushort[] characters)
    {
        string text = new([.. characters.Select(c => (char)(c % 3 == 0 ? 0x2000 + (c / 3 % 0x0220) : c / 3 % 0x0530))]);
        string folded = SearchText.Normalize(text);
        return SearchText.Normalize(text + " 中") == (folded.Length == 0 ? "中" : folded + " 中");
    }

    [Test]
    public void Takes_every_character_there_is_without_an_exception()
    {
        for (int c = char.MinValue; c <= char.MaxValue; c++)
        {
            string text = $"а{(char)c}б";
            string folded = SearchText.Normalize(text);

            Assert.That(SearchText.Normalize(folded), Is.EqualTo(folded), $"U+{c:X4}");
            Assert.That(SearchText.Normalize(text + '中'), Is.EqualTo(folded + '中'), $"U+{c:X4}");
            Assert.That(folded.IsNormalized(), $"U+{c:X4}");
            Assert.That(SearchText.SortKey(text), Does.Match("^[0-9A-F]+$"), $"U+{c:X4}");
        }
    }
}
