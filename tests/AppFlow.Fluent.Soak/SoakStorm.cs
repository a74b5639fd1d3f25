namespace AppFlow.Fluent.Soak;

/// <summary>What is added to the faults of every soak.</summary>
internal enum SoakStorm
{
    /// <summary>Nothing: calls go over the library's own connections, and time goes by as it does.</summary>
    Faults,

    /// <summary>Beneath the clients a handler of the user's own sends again at random, and may end at a closed port.</summary>
    RetryingHandler,

    /// <summary>The machine sleeps at random, for hours at a time, also between two attempts of a call.</summary>
    ClockJumps,
}
