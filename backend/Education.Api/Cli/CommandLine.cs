using System.CommandLine;
using System.Data.Common;

namespace Education.Api.Cli;

/// <summary>Verbs of the executable; without one it serves.</summary>
internal static class CommandLine
{
    public static async Task<int> Run(string[] args)
    {
        // Options of the host (--urls, --Database:Provider=…) go through to the configuration.
        var root = new RootCommand("Education: information system of an education department") { TreatUnmatchedTokensAsErrors = false };
        root.SetAction((parsed, token) => parsed.UnmatchedTokens is [var word, ..] && !word.StartsWith('-')
            ? Refuse($"There is no verb {word}.", 1)
            : Verbs.Serve(args, token));
        root.Subcommands.Add(Verb("serve", "Serves the web application and the API (default)", (rest, token) => Verbs.Serve(rest, token)));
        root.Subcommands.Add(Verb("migrate", "Brings the database to the present schema and reference rows", Verbs.Migrate));
        root.Subcommands.Add(Verb("seed-demo", "Loads the demo department", Verbs.SeedDemo));
        root.Subcommands.Add(CreateAdminVerb());
        root.Subcommands.Add(Verb("verify", "Proves the audit chain, the kept figures and the approved reports", Verbs.Verify));
        root.Subcommands.Add(Verb("openapi", "Prints the OpenAPI document", Verbs.OpenApi));
        root.Subcommands.Add(FileVerb("backup", "Copies the database to a file while it is in use", Verbs.Backup));
        root.Subcommands.Add(FileVerb("restore", "Replaces the database by a copy", Verbs.Restore));
        // The design-time tools stop the host by an exception that must get through.
        return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    private static Command Verb(string name, string description, Func<string[], CancellationToken, Task<int>> run)
    {
        var command = new Command(name, description) { TreatUnmatchedTokensAsErrors = false };
        command.SetAction((parsed, token) => Guarded(() => run([.. parsed.UnmatchedTokens], token)));
        return command;
    }

    private static Command CreateAdminVerb()
    {
        var user = new Option<string>("--user") { Required = true, Description = "Name to sign in with" };
        var command = new Command(
            "create-admin", $"Makes an administrator; the password comes from {CreateAdmin.Variable} or from standard input, never from the arguments")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.Options.Add(user);
        command.SetAction((parsed, token) => CreateAdmin.Run(parsed.GetRequiredValue(user), [.. parsed.UnmatchedTokens], token));
        return command;
    }

    private static Command FileVerb(string name, string description, Func<string, string[], CancellationToken, Task<int>> run)
    {
        var path = new Argument<string>("file");
        var command = new Command(name, description) { TreatUnmatchedTokensAsErrors = false };
        command.Arguments.Add(path);
        command.SetAction((parsed, token) => Guarded(() => run(parsed.GetValue(path)!, [.. parsed.UnmatchedTokens], token)));
        return command;
    }

    /// <summary>What an administrator can mend is said in one line; anything else keeps its stack.</summary>
    private static async Task<int> Guarded(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (DbException exception)
        {
            return await Refuse($"The database cannot be used; has it been migrated (verb migrate)? {exception.Message}", 3);
        }
        catch (InvalidDataException exception)
        {
            return await Refuse(exception.Message, 1);
        }
    }

    private static async Task<int> Refuse(string why, int code)
    {
        await Console.Error.WriteLineAsync(why);
        return code;
    }
}
