namespace AppFlow.Fluent.Rules.Catalog.Messages;

/// <summary>The messages of the rules about lost requests and tasks: what is wrong, its consequence, and the call to make.</summary>
/// <param name="calls">How the language writes calls.</param>
internal sealed class UsageMessages(CallStyle calls)
{
    public static UsageMessages CSharp { get; } = new(CallStyle.CSharp);

    public static UsageMessages FSharp { get; } = new(CallStyle.FSharp);

    /// <summary>AFF4001 for a <c>With…</c> on an existing request.</summary>
    /// <param name="method">The discarded call's name.</param>
    public static string DiscardedResult(string method) =>
        $"Requests are immutable: {method} returns a new request, which is discarded here, so the change is lost. Use the result.";

    /// <summary>AFF4001 for a chain that starts in the statement that discards it, and AFF4002 without a name.</summary>
    /// <param name="send">The method that sends such a request; null when it has none.</param>
    public string DiscardedRequest(string? send) =>
        $"This request is built and never sent: the service never receives it. {(send is null ? "Use the request." : $"Call {calls.Send(send)} on it.")}";

    /// <summary>AFF4001 for pages that are not read.</summary>
    /// <param name="method">The method that would read them, <c>EnumerateAsync</c>.</param>
    public static string DiscardedPages(string method) =>
        $"Nothing reads what {method} returns: no page is requested from the service. Read it with await foreach.";

    /// <summary>AFF4002.</summary>
    /// <param name="local">The local's name.</param>
    /// <param name="send">The method that sends such a request; null when it has none.</param>
    public string Unsent(string local, string? send) =>
        $"The request '{local}' is built and never sent: the service never receives it. {(send is null ? "Use it" : $"Call {calls.Send(send)}")}, or remove it.";

    /// <summary>AFF4003.</summary>
    /// <param name="field">The field that is set twice.</param>
    /// <param name="later">The later call's name.</param>
    /// <param name="isEntryPoint">Whether the earlier call starts the request, so that only its value can be removed.</param>
    public string SetTwice(string field, string later, bool isEntryPoint) =>
        $"{field} is set again by {later} later in this chain: this value is lost, because only the last one is sent. {(isEntryPoint ? $"Give the value here, or to {calls.With(later)}, not to both." : "Remove one of the two calls.")}";

    /// <summary>AFF4004.</summary>
    /// <param name="send">The name of the call whose task is discarded.</param>
    public static string DroppedTask(string send) =>
        $"The task of {send} is neither awaited nor kept: the program never learns whether the service applied or refused the request, and may end before it is sent. Await {send}, or keep its task.";
}
