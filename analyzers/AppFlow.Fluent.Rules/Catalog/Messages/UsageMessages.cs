namespace AppFlow.Fluent.Rules.Catalog.Messages;

/// <summary>The messages of the rules about requests and tasks that are lost: what is wrong, what the service does then, the call to make.</summary>
/// <param name="calls">How the language at hand writes calls.</param>
internal sealed class UsageMessages(CallStyle calls)
{
    public static UsageMessages CSharp { get; } = new(CallStyle.CSharp);

    public static UsageMessages FSharp { get; } = new(CallStyle.FSharp);

    /// <summary>AFF4001 for a <c>With…</c> on a request that is kept elsewhere.</summary>
    /// <param name="method">The discarded call's name.</param>
    public static string DiscardedResult(string method) =>
        $"Requests are immutable: {method} returns a new request, which is discarded here, so nothing is set and the service never hears of it. Use the result.";

    /// <summary>AFF4001 for a chain that begins in the statement whose result is discarded, and AFF4002 without a name.</summary>
    /// <param name="send">The method that sends such a request; null when it has none.</param>
    public string DiscardedRequest(string? send) =>
        $"This request is built and never sent: the service hears nothing of it. {(send is null ? "Use the request." : $"Call {calls.Send(send)} on it.")}";

    /// <summary>AFF4001 for pages that nothing reads.</summary>
    /// <param name="method">The method that would read them, <c>EnumerateAsync</c>.</param>
    public static string DiscardedPages(string method) =>
        $"Nothing reads what {method} returns: no page is asked for, so the service hears nothing. Read it with await foreach.";

    /// <summary>AFF4002.</summary>
    /// <param name="local">The local's name.</param>
    /// <param name="send">The method that sends such a request; null when it has none.</param>
    public string Unsent(string local, string? send) =>
        $"The request '{local}' is built and never sent: the service hears nothing of it. {(send is null ? "Use it" : $"Call {calls.Send(send)}")}, or remove it.";

    /// <summary>AFF4003.</summary>
    /// <param name="field">The field that is set twice.</param>
    /// <param name="later">The later call's name.</param>
    /// <param name="isEntryPoint">Whether the earlier call begins the request, so that it cannot be removed, only its value.</param>
    public string SetTwice(string field, string later, bool isEntryPoint) =>
        $"{field} is set again by {later} later in this chain: this value is lost, and the service gets the last one alone. {(isEntryPoint ? $"Give the value here, or to {calls.With(later)}, not to both." : "Remove one of the two calls.")}";

    /// <summary>AFF4004.</summary>
    /// <param name="send">The name of the call whose task is dropped.</param>
    public static string DroppedTask(string send) =>
        $"The task of {send} is neither awaited nor kept: whether the service applied or refused the request, nobody learns it, and the program may end before it is sent. Await {send}, or keep its task.";
}
