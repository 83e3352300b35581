using FsCheck;
using FsCheck.Fluent;

namespace Education.SharedKernel.Tests;

public sealed class SortKeyTests
{
    private const string Alphabet = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";

    [Test]
    public void Follows_the_Kazakh_alphabet()
    {
        string[] keys = [.. Alphabet.Select(letter => SearchText.SortKey(letter.ToString()))];

        Assert.That(keys, Is.Ordered.Using<string>(string.CompareOrdinal).And.Unique);
    }

    [TestCase("Ерлан", "Ёлка")]
    [TestCase("Ұлан", "Үміт")]
    [TestCase("Ыбырай", "Ілияс")]
    [TestCase("Ілияс", "Эльмира")]
    [TestCase("Хан", "Һарон")]
    [TestCase("Аян", "Әлия")]
    [TestCase("№9 мектеп", "№10 мектеп")]
    [TestCase("№ 9 мектеп", "№10 мектеп")]
    [TestCase("СШ 95", "СШ 100")]
    [TestCase("2 мектеп", "Абай мектебі", TestName = "Numbers before letters")]
    [TestCase("Ян", "Cambridge", TestName = "Latin after Cyrillic")]
    [TestCase("CШ", "Сығанақ", TestName = "Latin C of a Cyrillic word stands as Cyrillic С")]
    [TestCase("Zoo", "العربية", TestName = "Other scripts last")]
    [TestCase("Ақ бота", "Ақан", TestName = "A word ends before it goes on")]
    [TestCase("Абай", "Абайтану")]
    [TestCase("99999999999999999998", "99999999999999999999", TestName = "Numbers longer than a machine word")]
    [TestCase("9", "10000000000000000000000000")]
    [TestCase(null, "а")]
    public void Puts_first_before_second(string? first, string second) =>
        Assert.That(string.CompareOrdinal(SearchText.SortKey(first), SearchText.SortKey(second)), Is.LessThan(0));

    [TestCase("ҚАЗАҚ", "қазақ")]
    [TestCase("СШ №9", "сш9")]
    [TestCase("СШ 09", "СШ 9")]
    [TestCase("«Ақ бота»", "Ақ бота")]
    [TestCase("Қызыл-Орда", "Қызыл  Орда")]
    [TestCase("и\u0306од", "йод")]
    [TestCase("мектеп.", "мектеп")]
    [TestCase("д’Арк", "дАрк")]
    [TestCase("iнi", "іні", TestName = "Latin i typed for Kazakh і")]
    public void Holds_equal(string first, string second) => Assert.That(SearchText.SortKey(first), Is.EqualTo(SearchText.SortKey(second)));

    [Test]
    public void Tells_every_letter_of_the_alphabet_from_every_other()
    {
        // The search form folds Қ and К together; the order must not.
        Assert.That(SearchText.SortKey("қан"), Is.Not.EqualTo(SearchText.SortKey("кан")));
    }

    [FsCheck.NUnit.Property(MaxTest = 1000)]
    public Property Orders_words_as_the_alphabet_does() => Prop.ForAll(Words(), Words(), (first, second) =>
        Math.Sign(string.CompareOrdinal(SearchText.SortKey(first), SearchText.SortKey(second))) == Math.Sign(ByAlphabet(first, second)));

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public Property Does_not_see_case() => Prop.ForAll(Words(), word =>
        SearchText.SortKey(word.ToUpperInvariant()) == SearchText.SortKey(word));

    [FsCheck.NUnit.Property(MaxTest = 1000)]
    public bool Orders_numbers_by_value(NonNegativeInt first, NonNegativeInt second, byte zeros) =>
        Math.Sign(string.CompareOrdinal(
            SearchText.SortKey($"№{first.Get} мектеп"),
            SearchText.SortKey($"№{new string('0', zeros % 4)}{second.Get} мектеп")))
        == Math.Sign(first.Get.CompareTo(second.Get));

    [FsCheck.NUnit.Property(MaxTest = 1000)]
    public bool A_cut_key_never_contradicts_the_whole(string? first, string? second, byte length)
    {
        int whole = string.CompareOrdinal(SearchText.SortKey(first), SearchText.SortKey(second));
        string cutFirst = SearchText.SortKey(first, length);
        int cut = string.CompareOrdinal(cutFirst, SearchText.SortKey(second, length));
        return cutFirst.Length <= length && (cut == 0 || Math.Sign(cut) == Math.Sign(whole));
    }

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public bool Holds_only_digits_and_letters_A_to_F(string? text, char[] anyCharacters) =>
        SearchText.SortKey(text + new string(anyCharacters)).All(char.IsAsciiHexDigitUpper);

    private static int ByAlphabet(string first, string second)
    {
        for (int i = 0; i < Math.Min(first.Length, second.Length); i++)
        {
            int difference = Alphabet.IndexOf(first[i]) - Alphabet.IndexOf(second[i]);
            if (difference != 0)
            {
                return difference;
            }
        }

        return first.Length - second.Length;
    }

    private static Arbitrary<string> Words() =>
        Gen.Elements(Alphabet.ToCharArray()).ArrayOf().Select(letters => new string(letters)).ToArbitrary();
}
