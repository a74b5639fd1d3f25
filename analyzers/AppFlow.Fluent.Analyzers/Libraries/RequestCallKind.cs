namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>The kind of a call on a request.</summary>
internal enum RequestCallKind
{
    /// <summary>Creates a request: an entry point of the library, or a constructor, which may copy another request.</summary>
    Begin,

    /// <summary>
    /// Creates a modified copy of a request: a <c>With…</c>, a <c>with</c>, an extension that returns a completed request.
    /// </summary>
    With,

    /// <summary>Sets fields of the request itself, so every variable that holds it sees the change.</summary>
    Mutate,

    /// <summary>Sends a request.</summary>
    Send,

    /// <summary>Starts listing pages: sends when it is enumerated.</summary>
    Enumerate,

    /// <summary>Passes a token to a member with <c>[IdempotencyToken]</c> that does not belong to a request.</summary>
    Wrapper,
}
