using Education.Api;
using Education.Api.Cli;

return await CommandLine.Run(args);

/// <summary>Entry point; named so that tests can start the application.</summary>
internal sealed partial class Program;
