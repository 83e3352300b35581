using System.Text.Json;
using Education.TestKit;

namespace Education.Registry.Tests;

internal sealed class PageStabilityTests
{
    [Test]
    public async Task Fifty_pages_of_equal_names_repeat_and_skip_nothing()
    {
        await using var host = await ApiHost.Start();
        var client = host.Registrar();
        var registered = new HashSet<Guid>();
        for (var i = 0; i < 150; i++)
        {
            registered.Add(await client.Register(Api.School("Бірдей атау", "Одинаковое название")));
        }

        var seen = new List<Guid>();
        for (var page = 1; page <= 50; page++)
        {
            var answer = await client.Get<JsonElement>($"{Api.Root}/institutions?pageSize=3&page={page}");
            seen.AddRange(answer.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetGuid()));
        }

        Assert.That(seen, Is.EquivalentTo(registered));
        var beyond = await client.Get<JsonElement>($"{Api.Root}/institutions?pageSize=3&page=51");
        Assert.That(beyond.GetProperty("items").GetArrayLength(), Is.Zero);
        Assert.That(beyond.GetProperty("total").GetInt32(), Is.EqualTo(150));
    }
}
