using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Education.BuildingBlocks.Modules;
using Education.Imports.Contracts;
using Education.Imports.Results;
using Education.Imports.Wizard;
using Education.Registry.Contracts;
using Education.SharedKernel;
using Education.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Education.Imports.Tests.Engine;

/// <summary>The application with a fake module and a fake register.</summary>
internal sealed class ImportHost(ApiHost api, FakeDirectory directory, Faults faults, string tempFolder) : IAsyncDisposable
{
    public static readonly string[] Permissions = ["fake-schools.import", "fake-people.import"];

    public ApiHost Api { get; } = api;

    public FakeDirectory Directory { get; } = directory;

    public Faults Faults { get; } = faults;

    public string TempFolder { get; } = tempFolder;

    public static async Task<ImportHost> Start(params (string Key, string Value)[] settings)
    {
        var (directory, faults) = (new FakeDirectory(), new Faults());
        var temp = System.IO.Directory.CreateTempSubdirectory("education-imports-").FullName;
        var api = await ApiHost.Start(Options(directory, faults, temp, settings));
        await api.Inside(async services =>
        {
            var creator = services.GetRequiredService<FakeDbContext>().GetService<IRelationalDatabaseCreator>();
            await creator.CreateTablesAsync();
        });
        return new(api, directory, faults, temp);
    }

    /// <summary>Another process on the same database, after a kill.</summary>
    public ImportHost StartAnother()
    {
        var other = new Faults();
        return new(Api.StartAnother(Options(Directory, other, TempFolder, [])), Directory, other, TempFolder);
    }

    public HttpClient User(string language = "en", string name = "specialist", params string[] more) =>
        Api.As([.. Permissions, .. more], language: language, name: name);

    public Task<T> InFake<T>(Func<FakeDbContext, Task<T>> work) => Api.Inside(services => work(services.GetRequiredService<FakeDbContext>()));

    public Task<T> InImports<T>(Func<Storage.ImportsDbContext, Task<T>> work) => Api.Inside(services => work(services.GetRequiredService<Storage.ImportsDbContext>()));

    public async ValueTask DisposeAsync()
    {
        foreach (var line in Api.Log.Where(line => line.StartsWith("Error", StringComparison.Ordinal)))
        {
            TestContext.Out.WriteLine(line);
        }

        await Api.DisposeAsync();
        if (System.IO.Directory.Exists(TempFolder))
        {
            System.IO.Directory.Delete(TempFolder, recursive: true);
        }
    }

    private static ApiHostOptions Options(FakeDirectory directory, Faults faults, string temp, (string Key, string Value)[] settings) => new()
    {
        Settings = settings.Append(("Imports:TempFolder", temp)).ToDictionary(s => s.Item1, s => s.Item2),
        Services = services =>
        {
            services.RemoveAll<IInstitutionDirectory>();
            services.AddSingleton<IInstitutionDirectory>(directory);
            services.AddSingleton(faults);
            services.AddModuleDbContext<FakeDbContext>("fake");
            services.RemoveAll<IImportDefinition>();
            services.AddScoped<IImportDefinition, SchoolsDefinition>();
            services.AddScoped<IImportDefinition, PeopleDefinition>();
        },
    };
}

/// <summary>Steps of the wizard.</summary>
internal static class WizardSteps
{
    public static Task<HttpResponseMessage> Upload(
        this HttpClient client, string definition, string fileName, byte[] content, object? options = null, string? key = null)
    {
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var form = new MultipartFormDataContent { { new StringContent(definition), "definition" } };
        if (options is not null)
        {
            form.Add(new StringContent(JsonSerializer.Serialize(options)), "options");
        }

        form.Add(file, "file", fileName);
        return client.Post("/api/v1/imports", form, key);
    }

    public static Task<ImportResult> UploadCsv(this HttpClient client, string text, string name = "people.csv") =>
        client.Upload("fake.people", name, Encoding.UTF8.GetBytes(text)).As<ImportResult>();

    public static Task<ImportResult> Look(this HttpClient client, Guid id) => client.Get<ImportResult>($"/api/v1/imports/{id}");

    public static async Task<ImportResult> Check(this ImportHost host, HttpClient client, Guid id)
    {
        await client.Post($"/api/v1/imports/{id}/check", new { }).As<ImportResult>();
        await host.Api.RunJobs();
        return await client.Look(id);
    }

    public static async Task<ImportResult> Apply(this ImportHost host, HttpClient client, Guid id, string mode = "all")
    {
        await client.Post($"/api/v1/imports/{id}/apply", new { mode }).As<ImportResult>();
        await host.Api.RunJobs();
        return await client.Look(id);
    }

    public static Task<PagedResult<ImportErrorResult>> Errors(this HttpClient client, Guid id, string query = "") =>
        client.Get<PagedResult<ImportErrorResult>>($"/api/v1/imports/{id}/errors?pageSize=200{query}");

    public static Task<PagedResult<ImportRowResult>> Rows(this HttpClient client, Guid id, string query = "") =>
        client.Get<PagedResult<ImportRowResult>>($"/api/v1/imports/{id}/rows?pageSize=200{query}");

    /// <summary>A number with a right check digit.</summary>
    public static string Iin(int n) => Iins(n + 1).Last();

    /// <summary>Different numbers with right check digits.</summary>
    public static IEnumerable<string> Iins(int count)
    {
        for (var i = 0; count > 0; i++)
        {
            var digits = $"05{(i / 20000) + 1:D2}{((i / 700) % 28) + 1:D2}5{i % 10000:D4}";
            var sum = Enumerable.Range(0, 11).Sum(p => (digits[p] - '0') * (p + 1)) % 11;
            if (sum == 10)
            {
                sum = Enumerable.Range(0, 11).Sum(p => (digits[p] - '0') * (((p + 2) % 11) + 1)) % 11;
            }

            if (sum < 10)
            {
                count--;
                yield return digits + sum;
            }
        }
    }
}
