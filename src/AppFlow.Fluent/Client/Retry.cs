namespace AppFlow.Fluent.Client;

/// <summary>A planned retry whose cost was taken from the quota.</summary>
/// <param name="Cost">What it took from the quota.</param>
/// <param name="Delay">How long to wait before it.</param>
internal readonly record struct Retry(int Cost, TimeSpan Delay);
