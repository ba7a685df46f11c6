namespace BotPhone.Sdk;

/// <summary>What stands between a session's browser and the network. It knows why something did not come; the browser only sees that it did not.</summary>
public interface IPortalGate
{
    /// <summary>Completes, with the reason, when the session must not go on.</summary>
    Task<OperatorException> Broken { get; }

    /// <summary>Says why an address was kept from the browser; <see langword="null"/> when it was not.</summary>
    /// <param name="address">What the browser wanted.</param>
    OperatorException? WhyNot(Uri address);
}
