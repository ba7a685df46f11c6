namespace BotPhone.PortalSimulator.Troubles;

/// <summary>T10 <c>acesso</c>: the portal reads the password, and the connection is reset before a byte of its answer.</summary>
internal sealed class LostAnswer(TroubleBoard board) : IEndpointFilter
{
    public const string Variant = "acesso";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var answer = await next(context);
        if (board.Take("T10", login: null, trouble => trouble.Variant == Variant) is null) return answer;
        context.HttpContext.Abort();
        return Results.Empty;
    }
}
