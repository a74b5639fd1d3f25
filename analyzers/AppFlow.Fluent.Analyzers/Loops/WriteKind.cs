namespace AppFlow.Fluent.Analyzers.Loops;

/// <summary>How a variable gets a value.</summary>
internal enum WriteKind
{
    /// <summary>It is exactly the value that is assigned.</summary>
    Assigned,

    /// <summary>It comes out of an expression: an <c>out</c> argument, a pattern, a deconstruction.</summary>
    Derived,

    /// <summary>It is the next item of a <c>foreach</c>.</summary>
    Item,

    /// <summary>It is changed from what it was: <c>i++</c>, <c>i += 2</c>.</summary>
    Stepped,
}
