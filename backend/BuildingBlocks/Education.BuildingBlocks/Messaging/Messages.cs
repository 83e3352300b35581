using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Education.BuildingBlocks.Messaging;

// The only file that names MediatR (ADR 0002): to replace the library is to rewrite these fifty lines.

/// <summary>A request that changes something. Its handler loads, calls the domain and saves once.</summary>
public interface ICommand<out TResult> : IRequest<TResult>;

/// <summary>A request that only reads.</summary>
public interface IQuery<out TResult> : IRequest<TResult>;

/// <summary>Handles one command.</summary>
public interface ICommandHandler<in TCommand, TResult> : IRequestHandler<TCommand, TResult>
    where TCommand : ICommand<TResult>;

/// <summary>Handles one query.</summary>
public interface IQueryHandler<in TQuery, TResult> : IRequestHandler<TQuery, TResult>
    where TQuery : IQuery<TResult>;

/// <summary>Sends a request to its handler in the same module, through logging and validation.</summary>
public interface IDispatcher
{
    /// <summary>Sends a command.</summary>
    Task<TResult> Send<TResult>(ICommand<TResult> command, CancellationToken cancellationToken);

    /// <summary>Sends a query.</summary>
    Task<TResult> Send<TResult>(IQuery<TResult> query, CancellationToken cancellationToken);
}

internal sealed class Dispatcher(IMediator mediator) : IDispatcher
{
    public Task<TResult> Send<TResult>(ICommand<TResult> command, CancellationToken cancellationToken) => mediator.Send(command, cancellationToken);

    public Task<TResult> Send<TResult>(IQuery<TResult> query, CancellationToken cancellationToken) => mediator.Send(query, cancellationToken);
}

internal sealed class Behaviour<TRequest, TResult>(RequestPipeline pipeline, IEnumerable<IValidator<TRequest>> validators)
    : IPipelineBehavior<TRequest, TResult>
{
    public Task<TResult> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResult> next) =>
        pipeline.Run(request, validators, () => next(), cancellationToken);
}

internal static class MessagingRegistration
{
    public static void AddMessaging(this IServiceCollection services, IEnumerable<System.Reflection.Assembly> assemblies)
    {
        services.AddScoped<ServiceFactory>(provider => provider.GetService);
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped<IDispatcher, Dispatcher>();
        services.AddScoped<RequestPipeline>();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Behaviour<,>));
        foreach (var type in assemblies.SelectMany(a => a.GetTypes()).Where(t => t is { IsAbstract: false, IsGenericTypeDefinition: false }))
        {
            foreach (var contract in type.GetInterfaces().Where(i => i.IsGenericType))
            {
                var definition = contract.GetGenericTypeDefinition();
                if (definition == typeof(IRequestHandler<,>))
                {
                    services.AddScoped(contract, type);
                }
                else if (definition == typeof(IValidator<>))
                {
                    services.TryAddEnumerable(ServiceDescriptor.Singleton(contract, type));
                }
            }
        }
    }
}
