namespace AppFlow.Fluent.Rules.Terms;

/// <summary>What a place of the program makes each time that it runs.</summary>
internal enum SiteKind
{
    /// <summary>A value that may be the same as the time before, or another one: the result of a method that is not known.</summary>
    Unknown,

    /// <summary>
    /// Another value each time, with no claim that nothing else has it: the item of a loop, the parameter of a lambda that is run for each item, what
    /// is read from a queue or typed by a person.
    /// </summary>
    Item,

    /// <summary>What a loop carries from round to round and changes in each: a counter, a text that is cut shorter.</summary>
    Counter,

    /// <summary>A value that nothing else has: a new GUID, a random number.</summary>
    Fresh,

    /// <summary>The time of day, or what is read from it.</summary>
    Clock,

    /// <summary>What a memory cell holds after somebody may have written it.</summary>
    Changed,

    /// <summary>A request.</summary>
    Request,

    /// <summary>The task of a send.</summary>
    Task,

    /// <summary>What a <c>try</c> caught.</summary>
    Failure,
}
