namespace BotPhone.PortalSimulator;

/// <summary>What a job may ask of the portal, and what must come of it.</summary>
/// <param name="Login">Who signs in.</param>
/// <param name="Cnpj">The payload's <c>cnpj</c>.</param>
/// <param name="Filter">The payload's <c>filtro</c>.</param>
/// <param name="Expected">The one right invoice, or null.</param>
/// <param name="ExpectedCode">The error, when the job must fail.</param>
public sealed record SimulatedCase(SimulatedLogin Login, string Cnpj, string Filter, SimulatedInvoice? Expected, string? ExpectedCode = null);
