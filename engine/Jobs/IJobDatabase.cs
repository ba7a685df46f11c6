namespace BotPhone.Jobs;

/// <summary>All that the server keeps about jobs, in one place that commits it together.</summary>
internal interface IJobDatabase : IJobStore, IProcessoOutbox, IFrozenLogins, IDisposable
{
    IInvoiceLedger Ledger { get; }

    IFailedAccounts Failures { get; }

    IJobStatistics Statistics { get; }

    IDeployHistory Deploys { get; }
}
