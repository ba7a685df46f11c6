using Microsoft.AspNetCore.Mvc.ApiExplorer;

namespace BotPhone.Api;

/// <summary>What the documentation says of an endpoint, said where the endpoint is mapped.</summary>
internal static class EndpointDocs
{
    /// <param name="id">Unique; generated clients name their method after it.</param>
    public static T WithDocs<T>(this T endpoint, string id, string tag, string summary, string description)
        where T : IEndpointConventionBuilder => endpoint.WithName(id).WithTags(tag).WithSummary(summary).WithDescription(description);

    /// <summary>Describes a parameter, also one that the handler's signature does not show.</summary>
    public static T WithParameter<T>(this T endpoint, ParameterDoc parameter)
        where T : IEndpointConventionBuilder => endpoint.WithMetadata(parameter);

    /// <summary>An answer that the handler's return type does not tell; it takes the place of one of the same status that does.</summary>
    public static T WithAnswer<T>(this T endpoint, int status, string description, Type? body = null)
        where T : IEndpointConventionBuilder => endpoint.WithMetadata(new ProducesResponseTypeMetadata(status, body ?? typeof(void)) { Description = description });

    /// <summary>An answer that is not JSON, such as a file or a stream of events.</summary>
    public static T WithContent<T>(this T endpoint, int status, string description, string contentType)
        where T : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(string), [contentType]) { Description = description });

    /// <summary>Another form of the answer 200, for those who ask for it.</summary>
    public static T WithOtherForm<T>(this T endpoint, string contentType)
        where T : IEndpointConventionBuilder => endpoint.WithMetadata(new OtherForm(contentType));

    /// <summary>An error, with the exact text; <c>{parameter}</c> in it stands for the parameter's example.</summary>
    public static T WithError<T>(this T endpoint, int status, string? detail = null)
        where T : IEndpointConventionBuilder => endpoint.WithMetadata(new ErrorDoc(status, detail ?? ErrorPages.DetailOf(status)));

    /// <summary>A 422, with a fault to show.</summary>
    public static T WithFault<T>(this T endpoint, FieldFault fault)
        where T : IEndpointConventionBuilder => endpoint.WithMetadata(fault);

    /// <summary>What was said of an endpoint, by the methods above and by the framework.</summary>
    public static IEnumerable<T> Metadata<T>(this ApiDescription endpoint) => endpoint.ActionDescriptor.EndpointMetadata.OfType<T>();
}

/// <summary>A form, besides JSON, in which an operation answers.</summary>
internal sealed record OtherForm(string ContentType);
