using BotPhone.PortalSimulator.Troubles;

namespace BotPhone.PortalSimulator.Vivo;

/// <summary>Signing in, screen by screen. Nothing is kept between the screens: each sends what was typed before, too.</summary>
internal sealed class VivoSignIn(VivoPortal vivo)
{
    private sealed record Typed(string? User, string? Cpf, string? Password);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/acesso/usuario", User);
        routes.MapPost("/acesso/cpf", CpfOf);
        routes.MapPost("/acesso/senha", PasswordOf).AddEndpointFilter(new LostAnswer(vivo.Troubles));
        routes.MapPost("/acesso/nova-senha", NewPassword);
    }

    private IResult User(Typed typed)
    {
        if (vivo.Troubles.Take("T05", typed.User, one => one.Variant == "quadro") is not null)
            return Screen("challenge");
        return Screen(Find(typed)?.Cpf is null ? "password" : "cpf");
    }

    private IResult CpfOf(Typed typed) => Find(typed)?.Cpf == Cnpj.Clean(typed.Cpf ?? "") ? Screen("password") : Notice(vivo.Texts.WrongCpf);

    private IResult PasswordOf(HttpContext http, Typed typed)
    {
        var login = Find(typed);
        var isRight = login is not null && login.Password == typed.Password && (login.Cpf is null || login.Cpf == Cnpj.Clean(typed.Cpf ?? ""));
        var (result, answer) = Answer(http, typed.User!, isRight ? login : null);
        vivo.Record(EventKind.LoginPost, typed.User, seen => seen with { Result = result });
        return answer;
    }

    private (string Result, IResult Answer) Answer(HttpContext http, string user, SimulatedLogin? login)
    {
        if (vivo.Troubles.Take("T02", user) is not null)
            return ("conta_bloqueada", Notice(vivo.Texts.Locked));
        if (login is null || vivo.Troubles.Take("T01", user) is not null)
            return ("senha_invalida", Notice(vivo.Texts.WrongPassword));
        if (vivo.Troubles.Take("T03", user) is not null)
            return ("senha_expirada", Screen("new-password"));
        if (vivo.Troubles.Take("T06", user) is not null)
            return ("segundo_fator", Screen("second-factor"));
        vivo.Sessions.Open(http, login, alone: true);
        return ("ok", Results.Ok(new { address = "/" }));
    }

    private IResult NewPassword()
    {
        vivo.Record(EventKind.NewPasswordPost, null);
        return Results.NoContent();
    }

    private SimulatedLogin? Find(Typed typed) =>
        vivo.Logins.FirstOrDefault(login => string.Equals(login.User, typed.User?.Trim(), StringComparison.OrdinalIgnoreCase) || login.User == Cnpj.Clean(typed.User ?? ""));

    private static IResult Screen(string screen) => Results.Ok(new { screen });

    private static IResult Notice(string notice) => Results.Ok(new { notice });
}
