using Education.Registry.Institutions;

namespace Education.Registry.Tests;

internal sealed class InstitutionNameTests
{
    [TestCase("СШ№95", NameFamily.General, "95")]
    [TestCase("сш 95", NameFamily.General, "95")]
    [TestCase("cш 95", NameFamily.General, "95", TestName = "With a Latin c")]
    [TestCase("шг 95", NameFamily.General, "95")]
    [TestCase("№95 орта мектеп", NameFamily.General, "95")]
    [TestCase("№95 жалпы білім беретін мектебі", NameFamily.General, "95")]
    [TestCase("95 ЖББМ", NameFamily.General, "95")]
    [TestCase("КГУ «Школа-гимназия № 95» отдела", NameFamily.General, "95")]
    [TestCase("гимн 93", NameFamily.General, "93")]
    [TestCase("Гимназия №38", NameFamily.General, "38")]
    [TestCase("№38 гимназиясы", NameFamily.General, "38")]
    [TestCase("КШДС№77", NameFamily.General, "77")]
    [TestCase("Комплекс «школа — детский сад» №77", NameFamily.General, "77")]
    [TestCase("№77 мектеп-балабақша кешені", NameFamily.General, "77")]
    [TestCase("СОШЛ№53", NameFamily.General, "53")]
    [TestCase("Лицей№2", NameFamily.General, "2")]
    [TestCase("СШ 09", NameFamily.General, "9")]
    [TestCase("СШ №45а", NameFamily.General, "45А")]
    [TestCase("ШИ 4", NameFamily.Boarding, "4")]
    [TestCase("№4 мектеп-интернаты", NameFamily.Boarding, "4")]
    [TestCase("ОКШИДС№68", NameFamily.Boarding, "68")]
    [TestCase("СШ№60(вечерние классы)", NameFamily.Evening, "60")]
    [TestCase("№60 кешкі мектеп", NameFamily.Evening, "60")]
    [TestCase("мц11", NameFamily.MiniCentre, "11")]
    [TestCase("Мини-центр при школе №33", NameFamily.MiniCentre, "33")]
    [TestCase("№33 шағын орталық", NameFamily.MiniCentre, "33")]
    [TestCase("ДМШ № 3", NameFamily.Music, "3")]
    public void Family_and_number_are_read_from_any_spelling(string text, object family, string number)
    {
        var name = InstitutionName.Parse(text);
        Assert.That((name.Family, name.Number), Is.EqualTo(((NameFamily?)family, number)));
    }

    [TestCase("«Ақжарқын» бөбекжай-балабақшасы", "АКЖАРКЫН")]
    [TestCase("Ақжаркын", "АКЖАРКЫН")]
    [TestCase("Детский сад «Акжаркын»", "АКЖАРКЫН")]
    [TestCase("ТОО «Растём вместе»", "РАСТЕМ ВМЕСТЕ")]
    [TestCase("Дарынды бала-3", "ДАРЫНДЫ БАЛА 3")]
    [TestCase("«Альтер", "АЛЬТЕР")]
    [TestCase("Лицей МБА", "МБА")]
    [TestCase("«Школа Будущего «Әділет»", "БУДУЩЕГО АДИЛЕТ")]
    public void A_proper_name_is_what_is_left(string text, string proper)
    {
        var name = InstitutionName.Parse(text);
        Assert.That((name.Proper, name.Number), Is.EqualTo((proper, (string?)null)));
    }

    [Test]
    public void A_folded_key_does_not_see_signs_and_spaces() =>
        Assert.That(new[] { "СШ№95", "сш 95", "Сш  № 95", "«СШ №95»" }.Select(t => InstitutionName.Parse(t).Key), Is.All.EqualTo("СШ 95"));

    [FsCheck.NUnit.Property]
    public bool Any_text_is_taken_apart_without_failing(string? text)
    {
        var name = InstitutionName.Parse(text);
        return name.Key.Length <= InstitutionName.MaxLength && name.Proper.Length <= InstitutionName.MaxLength && name == InstitutionName.Parse(text);
    }
}
