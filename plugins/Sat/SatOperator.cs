using BotPhone.Sdk;

namespace BotPhone.Operators.Sat;

/// <summary>Registers a stored invoice in SAT: finds the client, fills in the form, sends it once, and sees that it is there.</summary>
[Operator(
    "SAT", Route = "sat", Payload = typeof(SatRequest), Settings = typeof(SatSettings), Registers = true, Restartable = false, OneSessionPerLogin = true)]
public sealed class SatOperator : IOperator
{
    // Set before the form is sent: an equal row that is there later is this job's own.
    private const string Sent = "enviado";

    /// <inheritdoc/>
    public async Task<OperatorResult> RunAsync(JobContext job)
    {
        var request = job.Payload<SatRequest>();
        var settings = job.Settings<SatSettings>();
        var access = SatAccess.Of(settings);

        job.Step($"Conferindo o arquivo {request.File}", 0);
        var file = await job.OpenStoredAsync(request.File);

        job.Step("Abrindo o SAT", 5);
        var portal = await job.OpenPortalAsync();
        portal.Watch(settings.Signs, settings.Busy);
        await portal.GoAsync(settings.Address);

        job.Step("Entrando", 15);
        await SignInAsync(job, portal, settings, access);

        job.Step($"Procurando o cliente {request.CompanyName}", 30);
        var clients = new SatClients(portal, settings);
        var registered = new SatRegistrations(portal, settings, await clients.FindAsync(request));

        job.Step("Conferindo o que já está cadastrado", 50);
        if (!await registered.HoldAsync(request, file))
        {
            job.Step("Preenchendo o cadastro", 60);
            await new SatForm(portal, settings, clients).FillAsync(request, file);

            job.Step("Enviando o cadastro", 75);
            await job.MarkAsync(Sent);
            var doubt = await SendAsync(portal, settings);

            job.Step("Conferindo o cadastro na lista", 85);
            if (!await registered.HoldAsync(request, file)) throw await WhyNotAsync(clients, doubt);
            if (doubt is not null) SatLog.FoundInDoubt(job.Log, doubt.Code);
        }
        else if (job.HasMark(Sent))
        {
            SatLog.FoundOwn(job.Log);
        }
        else
        {
            throw new OperatorException(ErrorCode.SatDuplicate, $"o SAT já tem este cadastro: {request.Carrier}, {request.Data}, {request.DueDate:dd/MM/yyyy}, {request.File}");
        }

        return new OperatorResult(file);
    }

    private static async Task SignInAsync(JobContext job, Portal portal, SatSettings settings, SatAccess access)
    {
        await portal.FillAsync(settings.User, access.Login);
        await portal.FillAsync(settings.PasswordField, access.Password.Reveal());
        await job.SignInAsync(
            send: () => portal.ClickAsync(settings.SignIn),
            confirm: () => portal.WaitForAsync(settings.SignOut),
            signOut: () => SignOutAsync(portal, settings));
        // From now on a sign-in form says that the session is over.
        portal.Watch([.. settings.Signs, .. settings.SessionSigns], settings.Busy);
    }

    // What was sent and not refused may be there, whatever the portal answered: only its list tells.
    private static async Task<OperatorException?> SendAsync(Portal portal, SatSettings settings)
    {
        portal.Watch([.. settings.Signs, .. settings.SessionSigns, .. settings.RefusalSigns], settings.Busy);
        try
        {
            await portal.ClickAsync(settings.Save);
            await portal.WaitForAsync(settings.Saved);
            return null;
        }
        catch (OperatorException exception) when (exception.Code != ErrorCode.SatRefused)
        {
            return exception;
        }
        finally
        {
            portal.Watch([.. settings.Signs, .. settings.SessionSigns], settings.Busy);
        }
    }

    // A portal that went away may be tried again; one that answered and has kept nothing has refused.
    private static async Task<OperatorException> WhyNotAsync(SatClients clients, OperatorException? doubt)
    {
        await clients.ProveSessionAsync();
        if (doubt is null) return new OperatorException(ErrorCode.SatRefused, "o SAT disse que cadastrou, mas o cadastro não está na lista: confira antes de enviar de novo");
        return doubt.Code == ErrorCode.LayoutChanged
            ? new OperatorException(ErrorCode.SatRefused, "o SAT não confirmou o cadastro, e ele não está na lista", doubt)
            : doubt;
    }

    // An error page has no way out: the portal's own pages do.
    private static async Task SignOutAsync(Portal portal, SatSettings settings)
    {
        portal.Watch(settings.Signs, settings.Busy);
        if (!await portal.IsShownAsync(settings.SignOut)) await portal.GoAsync(settings.Address);
        if (await portal.ClickIfPresentAsync(settings.SignOut)) await portal.WaitForAsync(settings.SignIn);
    }
}
