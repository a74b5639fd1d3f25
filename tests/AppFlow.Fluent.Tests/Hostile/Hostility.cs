using System.Net;

namespace AppFlow.Fluent.Tests.Hostile;

/// <summary>One way in which a service can misbehave, and what the caller's error must say.</summary>
/// <param name="Name">The way.</param>
/// <param name="Script">What the server does with each connection.</param>
/// <param name="Says">What the message must contain.</param>
internal sealed record Hostility(string Name, Func<Peer, Task> Script, params string[] Says)
{
    public Type Error { get; private init; } = typeof(AppFlowTransportException);

    public HttpStatusCode? Status { get; private init; }

    public int Attempts { get; private init; } = 3;

    public bool MayHaveBeenApplied { get; private set; } = true;

    public bool IsRetryable { get; private init; } = true;

    /// <summary>The answer if it is complete, so that its connection can be reused.</summary>
    public byte[]? Whole { get; private init; }

    /// <summary>There is no complete answer.</summary>
    public static Hostility Lost(string name, Func<Peer, Task> script, params string[] says) => new(name, script, says);

    /// <summary>There is no complete answer, only these bytes, and then silence.</summary>
    public static Hostility Lost(string name, byte[] answer, params string[] says) => new(name, peer => peer.AnswerAsync(answer), says);

    /// <summary>There is no complete answer, only these bytes and then the end of the connection.</summary>
    public static Hostility Ended(string name, byte[] answer, params string[] says) => new(
        name,
        async peer =>
        {
            await peer.AnswerAsync(answer);
            peer.End();
        },
        says);

    /// <summary>The answer is complete and says success, but cannot be read.</summary>
    public static Hostility Unreadable(string name, byte[] answer, params string[] says) => Unreadable(name, 200, answer, says);

    public static Hostility Unreadable(string name, int status, byte[] answer, params string[] says) =>
        new(name, peer => peer.ServeAsync(answer), says)
        {
            Error = typeof(AppFlowException),
            Status = (HttpStatusCode)status,
            Attempts = 1,
            Whole = answer,
        };

    /// <summary>The service refuses the request with a code that has no exception type.</summary>
    public static Hostility RefusedByCode(string name, int status, byte[] answer, params string[] says) =>
        Refused(name, status, answer, says).WithoutDoubt();

    /// <summary>The answer is a complete error without a code: a proxy may have sent it after it forwarded the request.</summary>
    public static Hostility Refused(string name, int status, byte[] answer, params string[] says) => new(name, peer => peer.ServeAsync(answer), says)
    {
        Whole = answer,
        Error = typeof(AppFlowException),
        Status = (HttpStatusCode)status,
        Attempts = status is 500 or 502 or 503 or 504 ? 3 : 1,
        IsRetryable = status is 500 or 502 or 503 or 504,
    };

    public override string ToString() => Name;

    private Hostility WithoutDoubt()
    {
        MayHaveBeenApplied = false;
        return this;
    }
}
