using System.Diagnostics;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.Extensions.Logging;

namespace Education.BuildingBlocks.Messaging;

/// <summary>
/// What happens around every handler: validators one after another (shape only, they never touch the database), then a log line with
/// type, milliseconds and outcome. Never bodies: they hold personal data.
/// </summary>
internal sealed class RequestPipeline(ILogger<RequestPipeline> logger)
{
    public static readonly ActivitySource Activities = new("Education.Requests");

    public async Task<TResult> Run<TRequest, TResult>(
        TRequest request, IEnumerable<IValidator<TRequest>> validators, Func<Task<TResult>> next, CancellationToken cancellationToken)
    {
        var name = typeof(TRequest).Name;
        using var activity = Activities.StartActivity(name);
        var started = Stopwatch.GetTimestamp();
        var outcome = "ok";
        try
        {
            await Validate(request, validators, cancellationToken);
            return await next();
        }
        catch (Exception exception)
        {
            outcome = exception switch
            {
                RuleViolation violation => violation.Code,
                InvalidFields => "invalid",
                NotFound => "not-found",
                OperationCanceledException => "cancelled",
                _ => exception.GetType().Name,
            };
            throw;
        }
        finally
        {
            if (logger.IsEnabled(LogLevel.Information))
            {
                logger.LogInformation(
                    "{Request} {Outcome} {Milliseconds:0.0} ms", name, outcome, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }
    }

    private static async Task Validate<TRequest>(TRequest request, IEnumerable<IValidator<TRequest>> validators, CancellationToken cancellationToken)
    {
        List<FieldError>? errors = null;
        foreach (var validator in validators)
        {
            var result = await validator.ValidateAsync(request, cancellationToken);
            foreach (var failure in result.Errors)
            {
                (errors ??= []).Add(FieldErrors.From(failure));
            }
        }

        if (errors is not null)
        {
            throw new InvalidFields(errors);
        }
    }
}
