namespace AppFlow.Fluent.Analyzers.Loops;

/// <summary>Why code runs several times.</summary>
internal enum RepetitionKind
{
    /// <summary>It is a loop; whether of items or of attempts must be found out.</summary>
    Loop,

    /// <summary>It is a lambda that is called for each item of a sequence.</summary>
    EachItem,

    /// <summary>It is a lambda that a resilience pipeline calls for each attempt.</summary>
    EachAttempt,
}
