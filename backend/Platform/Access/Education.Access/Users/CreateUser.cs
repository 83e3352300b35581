using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Access.Users;

internal sealed record CreateUserCommand(
    string UserName, string DisplayName, Language Language, string Password, IReadOnlyList<string> Roles, ScopeBody Scope) : ICommand<CreateUserResult>;

internal sealed record CreateUserResult(Guid Id, long Version) : IVersioned;

internal sealed class CreateUserValidator : AbstractValidator<CreateUserCommand>
{
    public CreateUserValidator()
    {
        RuleFor(c => c.UserName).Cascade(CascadeMode.Stop).NotEmpty().Must(UserNames.IsWellFormed).WithCode("access.user-name-format");
        RuleFor(c => c.DisplayName).NotEmpty().MaximumLength(200);
        RuleFor(c => c.Roles).NotNull();
        RuleFor(c => c.Scope).NotNull();
        RuleFor(c => c).Custom((command, context) => PasswordRules.Report(context, "Password", command.Password, command.UserName));
    }
}

internal sealed class CreateUserHandler(AccessDbContext db, RightsGuard guard, Passwords passwords) : ICommandHandler<CreateUserCommand, CreateUserResult>
{
    public async Task<CreateUserResult> Handle(CreateUserCommand command, CancellationToken cancellationToken)
    {
        var errors = await guard.CheckRoles(command.Roles, cancellationToken);
        errors.AddRange(await guard.CheckScope(command.Scope, cancellationToken));
        if (errors.Count > 0)
        {
            throw new InvalidFields(errors);
        }

        var name = UserNames.Normalize(command.UserName);
        if (await db.Users.AnyAsync(u => u.NormalizedName == name, cancellationToken))
        {
            throw new RuleViolation("access.user-name-taken");
        }

        var user = new User(command.UserName, command.DisplayName, command.Language, passwords.Hash(command.Password));
        user.Grant(command.Roles, command.Scope.ToScope());
        db.Add(user);
        await db.SaveChangesAsync(cancellationToken);
        return new(user.Id, user.Version);
    }
}

internal static class CreateUserEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/users", async (CreateUserCommand command, IDispatcher dispatcher, CancellationToken token) =>
        {
            var result = await dispatcher.Send(command, token);
            return TypedResults.Created($"/api/v1/access/users/{result.Id}", result);
        })
        .WithName("CreateUser").WithSummary("Adds a user").WithIdempotency().RequirePermission(AccessPermissions.ManageUsers);
}
