namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>What a call does with a request.</summary>
internal enum RequestCallKind
{
    /// <summary>Makes a request: an entry point of the library, or a constructor, which may copy another request.</summary>
    Begin,

    /// <summary>Makes a request like another one, with fields set: a <c>With…</c>, a <c>with</c>, an extension that returns what it completed.</summary>
    With,

    /// <summary>Sets fields of the request itself, which every variable that holds it sees.</summary>
    Mutate,

    /// <summary>Sends a request.</summary>
    Send,

    /// <summary>Begins to list page by page: sends when it is enumerated.</summary>
    Enumerate,

    /// <summary>Hands a token to a member that says <c>[IdempotencyToken]</c> and is no request's.</summary>
    Wrapper,
}
