namespace AppFlow.Fluent.Rules.Flow;

/// <summary>How a send ended, as far as the path knows.</summary>
internal enum Outcome
{
    /// <summary>It is in progress, or its outcome was not checked.</summary>
    Pending,

    /// <summary>It was awaited, and the path continued.</summary>
    Succeeded,

    /// <summary>Its failure was caught, or found in its task.</summary>
    Failed,

    /// <summary>It succeeded, and then something else failed.</summary>
    Unclear,
}
