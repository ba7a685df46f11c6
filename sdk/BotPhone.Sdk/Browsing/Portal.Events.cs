using OpenQA.Selenium.BiDi;
using OpenQA.Selenium.BiDi.BrowsingContext;
using OpenQA.Selenium.BiDi.Log;
using OpenQA.Selenium.BiDi.Network;
using EventArgs = OpenQA.Selenium.BiDi.EventArgs;

namespace BotPhone.Sdk;

public sealed partial class Portal
{
    private ISubscription? _following;

    // One subscription, so that what happens is told in the order in which it did: a page before what goes on in it.
    private async Task FollowAsync()
    {
        _ = EndWhenBrokenAsync();
        // Of those that are there, the browser tells nothing.
        foreach (var window in _place.Windows) _windows[window] = true;
        _following = await _bidi.SubscribeAsync<EventArgs>(
            [
                BrowsingContextEvent.ContextCreated,
                BrowsingContextEvent.ContextDestroyed,
                BrowsingContextEvent.DownloadWillBegin,
                BrowsingContextEvent.DownloadEnd,
                BrowsingContextEvent.UserPromptOpened,
                NetworkEvent.ResponseStarted,
                // What began may have been told with the status of the redirect that led there; what ended is told right.
                NetworkEvent.ResponseCompleted,
                NetworkEvent.FetchError,
                LogEvent.EntryAdded,
            ],
            OnEvent,
            _options.Cancellation);
    }

    private void OnEvent(EventArgs seen)
    {
        switch (seen)
        {
            case ContextCreatedEventArgs created when _place.Add(created):
                OnContext(created);
                break;
            case ContextDestroyedEventArgs gone:
                _windows.TryRemove(gone.Context.Id, out _);
                break;
            case DownloadWillBeginEventArgs download when _place.Has(download.Context):
                OnDownloadBegins(download);
                break;
            case DownloadEndEventArgs download when _place.Has(download.Context):
                OnDownloadEnds(download);
                break;
            case UserPromptOpenedEventArgs prompt when _place.Has(prompt.Context):
                OnPrompt(prompt);
                break;
            case ResponseStartedEventArgs answer when _place.Has(answer.Context):
                OnResponse(answer.Context, answer.Navigation, answer.Request, answer.Response.Status);
                break;
            case ResponseCompletedEventArgs answer when _place.Has(answer.Context):
                OnResponse(answer.Context, answer.Navigation, answer.Request, answer.Response.Status);
                break;
            case FetchErrorEventArgs error when _place.Has(error.Context):
                OnFetchError(error);
                break;
            case EntryAddedEventArgs entry when _place.Has(entry.Source.Context):
                OnMessage(entry);
                break;
        }
    }
}
