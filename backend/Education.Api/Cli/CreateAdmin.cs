using System.Data.Common;
using System.Text;
using Education.Access.Contracts;
using Education.BuildingBlocks;
using Education.SharedKernel;

namespace Education.Api.Cli;

/// <summary>Verb <c>create-admin</c>. Exit codes: 0 made, 1 refused (name or password), 2 no password given, 3 the database is not migrated.</summary>
internal static class CreateAdmin
{
    /// <summary>Environment variable for unattended installations.</summary>
    public const string Variable = "EDUCATION_ADMIN_PASSWORD";

    public static async Task<int> Run(string userName, string[] args, CancellationToken cancellationToken)
    {
        if (await ReadPassword(cancellationToken) is not { Length: > 0 } password)
        {
            await Console.Error.WriteLineAsync($"No password: set {Variable} or give it on standard input.");
            return 2;
        }

        await using var app = AppBuilder.Build(args, runWorkers: false);
        await using var scope = Database.SystemScope(app.Services);
        try
        {
            var errors = await scope.ServiceProvider.GetRequiredService<IAdministratorAccounts>().Create(userName, password, cancellationToken);
            var texts = app.Services.GetRequiredService<Texts>();
            foreach (var error in errors)
            {
                await Console.Error.WriteLineAsync($"{error.Field}: {texts.Get(error.Code, Language.En, error.Args)}");
            }

            if (errors.Count > 0)
            {
                return 1;
            }
        }
        catch (DbException)
        {
            await Console.Error.WriteLineAsync("The database cannot be used; has it been migrated (verb migrate)?");
            return 3;
        }

        await Verbs.Say($"Administrator {userName} can sign in.");
        return 0;
    }

    private static async Task<string?> ReadPassword(CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
        {
            return given;
        }

        return Console.IsInputRedirected ? await Console.In.ReadLineAsync(cancellationToken) : await Prompt();
    }

    /// <summary>Asks at a terminal, without showing what is typed.</summary>
    private static async Task<string> Prompt()
    {
        await Console.Error.WriteAsync("Password: ");
        var typed = new StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        await Console.Error.WriteLineAsync();
        return typed.ToString();
    }
}
