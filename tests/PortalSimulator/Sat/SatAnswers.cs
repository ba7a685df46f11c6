using BotPhone.PortalSimulator.Sessions;

namespace BotPhone.PortalSimulator.Sat;

/// <summary>What the browser gets after it has sent a registration.</summary>
internal sealed class SatAnswers(SatPortal sat)
{
    private const string TooLarge = """
        <html>
        <head><title>413 Request Entity Too Large</title></head>
        <body>
        <center><h1>413 Request Entity Too Large</h1></center>
        <hr><center>nginx</center>
        </body>
        </html>
        """;

    private const string PhpWarning = """
        <br />
        <b>Warning</b>:  move_uploaded_file(): Unable to move &quot;/var/tmp/php8Xk2a&quot; to &quot;anexos/&quot; in <b>/srv/sat/cadastro.php</b> on line <b>87</b><br />
        <br />
        <b>Warning</b>:  Cannot modify header information - headers already sent by (output started at /srv/sat/cadastro.php:87) in <b>/srv/sat/cadastro.php</b> on line <b>102</b><br />

        """;

    private const string ServerError = "<!doctype html><html lang=\"pt-BR\"><body><h1>Erro interno</h1><p>Tente novamente mais tarde.</p></body></html>";

    /// <param name="http">Who sent it.</param>
    /// <param name="session">Theirs.</param>
    /// <param name="client">The address of the client's page.</param>
    /// <param name="trouble">A variant of T31 or T32, or null.</param>
    public async Task SendAsync(HttpContext http, PortalSession session, string client, string? trouble)
    {
        switch (trouble)
        {
            case "queda_antes" or "queda_depois":
                http.Abort();
                return;
            case "sem_resposta":
                await sat.Pauses.ForeverAsync(http);
                return;
            case "413":
                http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
                await SatScreen.WriteAsync(http, TooLarge);
                return;
            case "erro_500":
                http.Response.StatusCode = StatusCodes.Status500InternalServerError;
                await SatScreen.WriteAsync(http, ServerError);
                return;
            case "php":
                await SatScreen.WriteAsync(http, PhpWarning);
                return;
        }

        if (FlashAfter(trouble) is { } flash) sat.Flashes.Put(session, flash);
        http.Response.Redirect(client);
    }

    private SatFlash? FlashAfter(string? trouble) => trouble switch
    {
        "aviso_erro" => new(IsGood: false, sat.Texts.NotSaved),
        "sem_aviso" or "nada" => null,
        _ => new(IsGood: true, sat.Texts.Saved),
    };
}
