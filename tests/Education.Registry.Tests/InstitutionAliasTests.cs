using System.Net;
using System.Text.Json;
using Education.TestKit;

namespace Education.Registry.Tests;

internal sealed class InstitutionAliasTests
{
    [Test]
    public async Task Aliases_are_added_found_and_removed()
    {
        await using var host = await ApiHost.Start();
        var client = host.Registrar();
        var id = await client.Register(Api.School("№101 мектеп-лицей", "Школа-лицей №101", "school-lyceum"));
        var other = await client.Register(Api.School("№102 мектеп-лицей", "Школа-лицей №102", "school-lyceum"));
        var path = $"{Api.Root}/institutions/{id}/aliases";
        var added = await client.Post(path, new { text = " Сто первая " }).As<JsonElement>();
        var again = await client.Post(path, new { text = "сто ПЕРВАЯ" }).As<JsonElement>();
        Assert.That(again.GetProperty("aliasId").GetGuid(), Is.EqualTo(added.GetProperty("aliasId").GetGuid()), "the same name twice is one alias");
        Assert.That(await client.NamesOf($"{Api.Root}/institutions?q={Uri.EscapeDataString("сто первая")}"), Is.EqualTo(new[] { "№101 мектеп-лицей" }));
        await client.Post($"{Api.Root}/institutions/{other}/aliases", new { text = "Сто первая" }).MustBeProblem(HttpStatusCode.Conflict, "registry.alias-taken");
        await client.Post(path, new { text = "" }).MustBeInvalid("text:required");
        await client.Post(path, new { text = "«»" }).MustBeInvalid("text:registry.alias-empty");
        var list = await client.Get<JsonElement>(path);
        Assert.That(list.EnumerateArray().Select(a => a.GetProperty("text").GetString()), Is.EqualTo(new[] { "Сто первая" }));

        var alias = $"{path}/{added.GetProperty("aliasId").GetGuid()}";
        await client.Delete(alias, null).MustBeProblem(HttpStatusCode.PreconditionRequired, "if-match-required");
        await client.Delete(alias, 1).MustBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
        using var removed = await client.Delete(alias, await client.VersionOf(id));
        await removed.MustBe(HttpStatusCode.OK);
        await client.Delete(alias, await client.VersionOf(id)).MustBeProblem(HttpStatusCode.NotFound, "not-found");
        Assert.That(await client.NamesOf($"{Api.Root}/institutions?q={Uri.EscapeDataString("сто первая")}"), Is.Empty);
    }
}
