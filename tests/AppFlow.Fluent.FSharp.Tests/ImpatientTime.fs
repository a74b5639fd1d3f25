namespace AppFlow.Fluent.FSharp.Tests

open System

/// A clock with the true time whose short waits end at once: the pauses between attempts, but not an attempt's time-out.
type ImpatientTime() =
    inherit TimeProvider()

    override _.CreateTimer(callback, state, dueTime, period) =
        let isPause = dueTime > TimeSpan.Zero && dueTime <= TimeSpan.FromSeconds 5.0
        TimeProvider.System.CreateTimer(callback, state, (if isPause then TimeSpan.Zero else dueTime), period)
