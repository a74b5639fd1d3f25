namespace AppFlow.Fluent.Rules.Flow;

/// <summary>How a send ended, as far as the path knows.</summary>
internal enum Outcome
{
    /// <summary>It is under way, or nobody asked.</summary>
    Pending,

    /// <summary>It was waited for, and the path went on.</summary>
    Succeeded,

    /// <summary>Its failure was caught, or seen in its task.</summary>
    Failed,

    /// <summary>It had succeeded when something else failed.</summary>
    Unclear,
}
