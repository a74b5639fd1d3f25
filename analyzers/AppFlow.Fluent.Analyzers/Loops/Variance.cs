namespace AppFlow.Fluent.Analyzers.Loops;

/// <summary>Whether an expression has the same value each time that a repetition runs; the more doubtful, the greater.</summary>
internal enum Variance
{
    /// <summary>It is the same each time.</summary>
    Fixed,

    /// <summary>Nothing suggests that it changes: a property or an element of something that is the same each time.</summary>
    Stable,

    /// <summary>It cannot be told.</summary>
    Unknown,

    /// <summary>It changes from one time to the next.</summary>
    Varies,
}
