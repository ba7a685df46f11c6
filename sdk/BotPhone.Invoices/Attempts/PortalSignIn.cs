using BotPhone.Sdk;
using Microsoft.Extensions.Logging;

namespace BotPhone.Invoices;

/// <summary>The one time that an attempt signs in, and the way out.</summary>
internal sealed class PortalSignIn
{
    private static readonly TimeSpan PatienceToSignOut = TimeSpan.FromSeconds(15);
    private volatile Func<Task>? _signOut;

    public SignInState State { get; private set; }

    public async Task RunAsync(Func<Task> send, Func<Task> confirm, Func<Task> signOut)
    {
        ArgumentNullException.ThrowIfNull(send);
        ArgumentNullException.ThrowIfNull(confirm);
        State = SignInState.Unknown;
        await send();
        await confirm();
        Resume(signOut);
    }

    /// <summary>Someone is signed in already.</summary>
    public void Resume(Func<Task> signOut)
    {
        State = SignInState.SignedIn;
        _signOut = signOut;
    }

    /// <summary>Signs out of the portal if someone is signed in. The session would end by itself: a failure here counts for nothing.</summary>
    public async Task EndAsync(Action<LogLevel, string> log, TimeProvider time, CancellationToken cancellation)
    {
        if (Interlocked.Exchange(ref _signOut, null) is not { } signOut || cancellation.IsCancellationRequested) return;
        try
        {
            log(LogLevel.Information, "Saindo do portal");
            await Task.Run(signOut, cancellation).WaitAsync(PatienceToSignOut, time, cancellation);
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            log(LogLevel.Debug, $"Não foi possível sair do portal: {exception.Message}");
        }
    }
}
