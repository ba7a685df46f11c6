using BotPhone.Sdk;

namespace BotPhone.Operators.Vivo;

/// <summary>The way in: the user, for some the CPF, then the password, each on a screen of its own whose button only keys open.</summary>
internal sealed class VivoSignIn(Portal portal, Uri address, VivoSignInSettings settings)
{
    public async Task EnterAsync(JobContext job, VivoRequest request)
    {
        if (await job.ResumeSessionAsync(IsSignedInAsync, LeaveAsync)) return;
        await portal.TypeAsync(settings.User, request.Login);
        await portal.ClickAsync(settings.Continue);
        if (await portal.WaitForAnyAsync([settings.Password, settings.Cpf]) == settings.Cpf)
        {
            await portal.TypeAsync(settings.Cpf, request.Cpf ?? throw CpfIsMissing());
            await portal.ClickAsync(settings.ConfirmCpf);
        }

        await portal.TypeAsync(settings.Password, request.Password);
        await job.SignInAsync(
            send: () => portal.ClickAsync(settings.SignIn),
            confirm: () => portal.WaitForAsync(settings.SignOut),
            signOut: LeaveAsync);
    }

    private async Task<bool> IsSignedInAsync() => await portal.WaitForAnyAsync([settings.SignOut, settings.User]) == settings.SignOut;

    private async Task LeaveAsync()
    {
        // An error page has no way out: the portal's own pages do.
        if (!await portal.IsShownAsync(settings.SignOut)) await portal.GoAsync(address);
        await portal.ClickAsync(settings.SignOut);
        await portal.WaitForAsync(settings.User);
    }

    private static OperatorException CpfIsMissing() => new(ErrorCode.MissingData, "o portal pede o CPF do gestor, e o pedido não traz o campo 'cpf'");
}
