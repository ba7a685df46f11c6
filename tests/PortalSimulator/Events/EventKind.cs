namespace BotPhone.PortalSimulator;

/// <summary>The kinds of <see cref="SimulatedEvent"/>.</summary>
public static class EventKind
{
    public const string Page = "pagina";
    public const string LoginPost = "login_post";
    public const string NewPasswordPost = "nova_senha_post";
    public const string TermsAccepted = "termos_aceitos";
    public const string Renewal = "renovacao";
    public const string List = "lista";
    public const string Detail = "detalhe";
    public const string Pdf = "pdf";
    public const string SecondCopyAsked = "segunda_via";
    public const string SecondCopyReady = "segunda_via_pronta";
    public const string Zip = "zip";
    public const string Client = "cliente";
    public const string Form = "formulario";

    /// <summary>A registration was sent to SAT.</summary>
    public const string Registration = "cadastro_post";
    public const string Logout = "logout";
}
