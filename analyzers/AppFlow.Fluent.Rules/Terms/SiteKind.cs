namespace AppFlow.Fluent.Rules.Terms;

/// <summary>The kind of value that a site creates.</summary>
internal enum SiteKind
{
    /// <summary>A value that may or may not be the same each time: the result of an unknown method.</summary>
    Unknown,

    /// <summary>
    /// A different value each time, but not necessarily unique: the item of a loop, the parameter of a lambda that runs for each item,
    /// input from a queue or a user.
    /// </summary>
    Item,

    /// <summary>A value that a loop changes in each iteration: a counter, a text that gets shorter.</summary>
    Counter,

    /// <summary>A unique value: a new GUID, a random number.</summary>
    Fresh,

    /// <summary>The time of day, or a value derived from it.</summary>
    Clock,

    /// <summary>The content of memory after it may have been written.</summary>
    Changed,

    /// <summary>A request.</summary>
    Request,

    /// <summary>The task of a send.</summary>
    Task,

    /// <summary>The failure that a <c>try</c> caught.</summary>
    Failure,
}
