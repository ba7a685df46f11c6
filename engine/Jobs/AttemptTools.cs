using Microsoft.Extensions.Options;

namespace BotPhone.Jobs;

/// <summary>What the attempts of all jobs work with.</summary>
internal sealed class AttemptTools(IBrowsers browsers, IInvoices invoices, InvoiceFiling filing, IEvidence evidence, LoginGuard logins, SignedInSessions sessions, IOptions<JobsOptions> options, TimeProvider time)
{
    public IBrowsers Browsers => browsers;

    public IInvoices Invoices => invoices;

    public InvoiceFiling Filing => filing;

    public IEvidence Evidence => evidence;

    public LoginGuard Logins => logins;

    public SignedInSessions Sessions => sessions;

    public JobsOptions Options { get; } = options.Value;

    public TimeProvider Time => time;
}
