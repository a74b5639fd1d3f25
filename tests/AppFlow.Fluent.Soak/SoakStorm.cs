namespace AppFlow.Fluent.Soak;

/// <summary>What is added to the faults of every soak.</summary>
internal enum SoakStorm
{
    /// <summary>Nothing: calls use the library's own connections, and time passes normally.</summary>
    Faults,

    /// <summary>A user's handler below the clients resends at random, and may end at a closed port.</summary>
    RetryingHandler,

    /// <summary>The machine sleeps at random, for hours at a time, also between two attempts of a call.</summary>
    ClockJumps,
}
