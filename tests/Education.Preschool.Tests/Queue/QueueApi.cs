using System.Globalization;
using System.Text.Json;
using Education.BuildingBlocks.Security;
using Education.TestKit;

namespace Education.Preschool.Tests.Queue;

/// <summary>The queue's endpoints in short.</summary>
internal static class QueueApi
{
    public const string Root = "/api/v1/preschool/queue";
    public const string Applications = Root + "/applications";
    public const string City = "351000000";
    public const string OtherCity = "351600000";

    private static int _children;

    public static HttpClient Officer(this ApiHost host, DataScope? scope = null, string language = "en") =>
        host.As([PreschoolPermissions.ReadQueue, PreschoolPermissions.WriteQueue, PreschoolPermissions.Read], scope, language);

    /// <summary>A child with an ИИН of its own; the test clock stands at 1 September 2026.</summary>
    public static Dictionary<string, object?> Child(string? iin = null, string bornOn = "2023-05-17", string territory = City) => new()
    {
        ["iin"] = iin ?? NextIin(bornOn),
        ["childName"] = "Сынақ Бала",
        ["bornOn"] = bornOn,
        ["applicantName"] = "Сынақ Ана",
        ["applicantPhone"] = "+7 700 000 00 00",
        ["territoryCode"] = territory,
        ["language"] = "kk",
        ["profile"] = "general",
        ["wishes"] = Array.Empty<Guid>(),
    };

    public static async Task<Registered> Register(this HttpClient officer, Dictionary<string, object?>? child = null)
    {
        var result = await officer.Post(Applications, child ?? Child()).As<JsonElement>();
        return new(result.GetProperty("id").GetGuid(), result.GetProperty("number").GetString()!, result.GetProperty("version").GetInt64());
    }

    public static Task<JsonElement> Card(this HttpClient officer, Guid id) => officer.Get<JsonElement>($"{Applications}/{id}");

    public static async Task<long> VersionOf(this HttpClient officer, Guid id) => (await officer.Card(id)).GetProperty("version").GetInt64();

    public static Task<JsonElement> Position(this HttpClient officer, Guid id, string query = "") => officer.Get<JsonElement>($"{Applications}/{id}/position{query}");

    public static int Place(this JsonElement position) => position.GetProperty("inPool").GetProperty("place").GetInt32();

    /// <summary>A POST with the version that was seen.</summary>
    public static async Task<HttpResponseMessage> Act(this HttpClient officer, Guid id, string what, object? body = null, long? version = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Applications}/{id}/{what}");
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{version ?? await officer.VersionOf(id)}\"");
        request.Content = body is null ? null : System.Net.Http.Json.JsonContent.Create(body, options: HttpExtensions.Json);
        return await officer.SendAsync(request);
    }

    public static object Evidence(string code = "military", string issuedOn = "2026-08-25") =>
        new { code, evidenceType = "Анықтама", evidenceNumber = "17/3", issuedOn };

    /// <summary>Claims a benefit and has it confirmed.</summary>
    public static async Task<Guid> Favour(this HttpClient officer, Guid id, object? evidence = null)
    {
        var claimed = await officer.Act(id, "benefits", evidence ?? Evidence()).As<JsonElement>();
        var benefit = claimed.GetProperty("benefitId").GetGuid();
        await officer.Act(id, $"benefits/{benefit}/verification", new { channel = "manual", accepted = true }).As<JsonElement>();
        return benefit;
    }

    /// <summary>A valid number for a date of birth of this century.</summary>
    public static string NextIin(string bornOn)
    {
        var born = DateOnly.Parse(bornOn, CultureInfo.InvariantCulture);
        while (true)
        {
            var body = string.Create(CultureInfo.InvariantCulture, $"{born:yyMMdd}5{Interlocked.Increment(ref _children):D4}");
            for (var digit = 0; digit < 10; digit++)
            {
                if (SharedKernel.Iin.TryParse(body + digit.ToString(CultureInfo.InvariantCulture), out var iin, out _))
                {
                    return iin.Value;
                }
            }
        }
    }

    public sealed record Registered(Guid Id, string Number, long Version);
}
