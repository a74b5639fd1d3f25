namespace AppFlow.Fluent.Rules.Flow;

/// <summary>What the handler of a failure does about the failed call, on one path through it.</summary>
internal enum Handling
{
    /// <summary>Nothing that is known.</summary>
    Plain,

    /// <summary>Something unknown looked at the failure and chose this path: perhaps it knows that the call was refused.</summary>
    InDoubt,

    /// <summary>It read the token of the failed call, which it continues.</summary>
    Continued,
}
