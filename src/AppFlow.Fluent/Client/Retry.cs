namespace AppFlow.Fluent.Client;

/// <summary>One retry that was planned and paid for.</summary>
/// <param name="Cost">What it took from the quota.</param>
/// <param name="Delay">How long to wait before it.</param>
internal readonly record struct Retry(int Cost, TimeSpan Delay);
