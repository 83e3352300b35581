using System.Reflection;
using Education.BuildingBlocks.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Education.BuildingBlocks.Web;

/// <summary>Swagger: names of types and operations as in the code, every problem of every endpoint, headers that matter.</summary>
internal static class OpenApiSetup
{
    public static void AddOpenApi(this IServiceCollection services, IEnumerable<Assembly> assemblies)
    {
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(options =>
        {
            options.SwaggerDoc("v1", new OpenApiInfo
            {
                Title = "Education",
                Version = "v1",
                Description = "Registers and annual report of an education department. Texts follow Accept-Language (kk, ru, en); codes never change.",
            });
            options.SupportNonNullableReferenceTypes();
            options.NonNullableReferenceTypesAsRequired();
            options.CustomSchemaIds(SchemaId);
            options.OperationFilter<ProblemResponses>();
            options.AddSecurityDefinition("oauth2", new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.OAuth2,
                Description = "Machine clients: client credentials.",
                Flows = new OpenApiOAuthFlows
                {
                    ClientCredentials = new OpenApiOAuthFlow { TokenUrl = new Uri("/api/v1/access/token", UriKind.Relative), Scopes = new Dictionary<string, string>() },
                },
            });
            foreach (var file in assemblies.Select(a => Path.ChangeExtension(a.Location, ".xml")).Where(File.Exists))
            {
                options.IncludeXmlComments(file);
            }
        });
    }

    private static string SchemaId(Type type) => type.IsGenericType
        ? string.Concat(type.GetGenericArguments().Select(SchemaId)) + type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]
        : type.Name;

    private sealed class ProblemResponses : IOperationFilter
    {
        private static readonly Dictionary<int, string> Descriptions = new()
        {
            [400] = "Wrong shape: every field error at once, code `validation`",
            [401] = "Not signed in",
            [403] = "The permission is missing",
            [404] = "No such record, or outside the reader's scope",
            [409] = "A rule of the domain or a duplicate; the code says which",
            [412] = "Changed by somebody else since it was read",
            [413] = "Body too large",
            [428] = "If-Match is missing",
            [415] = "Data of a kind that is not accepted",
            [422] = "Nothing of the file can be taken over; the code says why",
            [429] = "Too many requests; see Retry-After",
            [500] = "Unexpected; the trace id helps the administrator",
        };

        public void Apply(OpenApiOperation operation, OperationFilterContext context)
        {
            var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
            var statuses = new SortedSet<int> { 400, 429, 500 };
            if (metadata.OfType<IAuthorizeData>().Any() || metadata.OfType<AuthorizationPolicy>().Any())
            {
                statuses.UnionWith([401, 403]);
            }

            if (context.ApiDescription.RelativePath?.Contains('{', StringComparison.Ordinal) == true)
            {
                statuses.Add(404);
            }

            if (context.ApiDescription.HttpMethod is not "GET")
            {
                statuses.UnionWith([409, 413]);
            }

            operation.Parameters ??= [];
            if (metadata.OfType<UsesIfMatch>().Any())
            {
                statuses.UnionWith([412, 428]);
                operation.Parameters.Add(Header("If-Match", "Version that was read, as given in ETag", required: true));
            }

            if (metadata.OfType<UsesIdempotencyKey>().Any())
            {
                operation.Parameters.Add(Header("Idempotency-Key", "The same key carries the request out once", required: false));
            }

            if (metadata.OfType<RequiredPermission>().FirstOrDefault() is { } permission)
            {
                operation.Description = $"{operation.Description}\n\nPermission: `{permission.Code}`".Trim();
            }

            operation.Responses ??= [];
            statuses.UnionWith(operation.Responses.Keys.Select(k => int.TryParse(k, out var status) ? status : 0).Where(s => s >= StatusCodes.Status400BadRequest));
            var schema = context.SchemaGenerator.GenerateSchema(typeof(ProblemBody), context.SchemaRepository);
            foreach (var status in statuses)
            {
                operation.Responses[status.ToString(System.Globalization.CultureInfo.InvariantCulture)] = new OpenApiResponse
                {
                    Description = Descriptions.GetValueOrDefault(status, "See the code"),
                    Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() { Schema = schema } },
                };
            }
        }

        private static OpenApiParameter Header(string name, string description, bool required) => new()
        {
            Name = name, In = ParameterLocation.Header, Description = description, Required = required, Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        };
    }
}
