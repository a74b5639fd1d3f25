namespace AppFlow.Fluent.Rules.Flow;

/// <summary>The result of comparing two values.</summary>
internal enum Likeness
{
    /// <summary>They may be the same.</summary>
    Unknown,

    /// <summary>They are the same.</summary>
    Same,

    /// <summary>They differ: the program has another constant, or takes another value in each iteration.</summary>
    Different,
}
