using BotPhone.Invoices;
using BotPhone.Sdk;

namespace BotPhone.Jobs;

/// <summary>A page at the moment of a failure.</summary>
/// <param name="Doing">What the operator was doing, in the words of its job.</param>
internal sealed record FailedPage(string Code, string Error, string Doing, PageEvidence Page)
{
    /// <inheritdoc cref="CleanPage.Of"/>
    public FailedPage Without(Redactor secrets) => this with { Page = CleanPage.Of(Page, secrets) };
}
