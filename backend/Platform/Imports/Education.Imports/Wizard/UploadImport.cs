using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Imports.Engine;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Imports.Wizard;

internal sealed record UploadImportCommand(string Definition, IReadOnlyDictionary<string, string> Options, UploadedFile File) : ICommand<ImportResult>;

internal sealed class UploadImportValidator : AbstractValidator<UploadImportCommand>
{
    public UploadImportValidator()
    {
        RuleFor(c => c.Definition).NotEmpty().MaximumLength(100);
        RuleFor(c => c.File.Name).NotEmpty().MaximumLength(255).OverridePropertyName("file");
    }
}

internal sealed class UploadImportHandler(DefinitionCatalogue catalogue, ImportUploader uploader, ImportView view)
    : ICommandHandler<UploadImportCommand, ImportResult>
{
    public async Task<ImportResult> Handle(UploadImportCommand command, CancellationToken cancellationToken) =>
        view.Of(await uploader.Store(catalogue.Require(command.Definition), command.Options, command.File, cancellationToken));
}

/// <summary>The form of an upload.</summary>
internal sealed class UploadImportForm
{
    /// <summary>Key of the table.</summary>
    public required string Definition { get; init; }

    /// <summary>JSON object: option → value as text, for example <c>{"year":"2017"}</c>.</summary>
    public string? Options { get; init; }

    /// <summary>XLSX or CSV (UTF-8 or Windows-1251; comma, semicolon or tab).</summary>
    public required IFormFile File { get; init; }
}

internal static class UploadImportEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var settings = routes.ServiceProvider.GetRequiredService<ImportsSettings>();
        routes.MapPost("/", async (HttpRequest request, IDispatcher dispatcher, CancellationToken token) =>
            {
                await using var form = await UploadReader.Read(request, settings, token);
                var result = await dispatcher.Send(new UploadImportCommand(form.Definition, form.Options, form.File), token);
                return TypedResults.Created($"/api/v1/imports/{result.Id}", result);
            })
            .Accepts<UploadImportForm>("multipart/form-data")
            .WithMetadata(new RequestSizeLimitAttribute(settings.MaxFileBytes + UploadReader.FormOverhead))
            .WithName("UploadImport").WithSummary("Uploads a table and recognises its sheet, header row and columns").WithIdempotency().RequireSignIn();
    }
}
