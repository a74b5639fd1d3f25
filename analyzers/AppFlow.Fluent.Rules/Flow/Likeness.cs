namespace AppFlow.Fluent.Rules.Flow;

/// <summary>What is known of two values.</summary>
internal enum Likeness
{
    /// <summary>They may be the same.</summary>
    Unknown,

    /// <summary>They are the same.</summary>
    Same,

    /// <summary>They are not: the program spells another value, or takes another one in each round.</summary>
    Different,
}
