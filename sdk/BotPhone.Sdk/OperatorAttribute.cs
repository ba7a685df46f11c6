using System.Composition;

namespace BotPhone.Sdk;

/// <summary>
/// Exports an <see cref="IOperator"/> and says who it is. The server reads it before it creates the operator.
/// </summary>
/// <param name="code">
/// The operator's name as clients see it (<c>operadora</c> in jobs), unique in a server: 2 to 32 characters, <c>A–Z</c>, <c>0–9</c> and <c>_</c>.
/// </param>
[MetadataAttribute]
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class OperatorAttribute(string code) : ExportAttribute(typeof(IOperator))
{
    /// <summary>The operator's name as clients see it, for example <c>OI</c>.</summary>
    public string Code { get; } = code;

    /// <summary>The last part of the address that starts a job, <c>POST /executar/{route}</c>; case matters. Default: <see cref="Code"/>.</summary>
    public string Route { get; init; } = code;

    /// <summary>
    /// The type of the request body, described with <see cref="PayloadFieldAttribute"/>. Default: <see cref="InvoiceRequest"/>.
    /// </summary>
    public Type Payload { get; init; } = typeof(InvoiceRequest);

    /// <summary>
    /// The type that <c>operator.json</c> is read into, checked when the operator is loaded; <see langword="null"/> (the default) when it has no settings.
    /// </summary>
    public Type? Settings { get; init; }

    /// <summary>
    /// Whether a job that was cut off by a crash of the server may simply be run again. True (the default) for downloads;
    /// set it to false when a second run could do harm.
    /// </summary>
    public bool Restartable { get; init; } = true;

    /// <summary>
    /// The longest that one job may take, retries included, as a <see cref="TimeSpan"/> in its invariant form (<c>"00:15:00"</c>).
    /// Default (<see langword="null"/>): the server's <c>Jobs:Timeout</c>.
    /// </summary>
    public string? Timeout { get; init; }

    /// <summary>
    /// Whether jobs of one login run one after another, and those of others pass by: for a portal that ends a login's first session when it
    /// signs in again, or for an operator whose jobs must not cross each other. The login is the payload field that says so (<see cref="PayloadFieldAttribute.Login"/>); where none does, all jobs
    /// of the operator share the login of its settings. Default: false.
    /// </summary>
    public bool OneSessionPerLogin { get; init; }

    /// <summary>
    /// Whether a session that is signed in serves job after job of a login, as long as such jobs wait and it lives: they run one after another, each asks
    /// <see cref="JobContext.ResumeSessionAsync"/> before it signs in, and the last one signs out. They share cookies and storage, so it must make no
    /// difference to a job what another has done before it. Default: false.
    /// </summary>
    public bool ReusesSession { get; init; }

    /// <summary>
    /// Whether the operator registers stored files elsewhere instead of fetching invoices: its result is the file that it opened with
    /// <see cref="JobContext.OpenStoredAsync"/>, and its browser never sends a request again by itself. Default: false.
    /// </summary>
    public bool Registers { get; init; }
}
