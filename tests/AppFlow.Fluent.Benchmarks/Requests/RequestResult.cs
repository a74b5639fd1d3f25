namespace AppFlow.Fluent.Benchmarks.Requests;

/// <summary>One benchmark with one size of update.</summary>
/// <param name="Size">Which update.</param>
/// <param name="What">What was done with it.</param>
/// <param name="Nanoseconds">The middle value of one operation.</param>
/// <param name="Bytes">What one operation allocates.</param>
internal sealed record RequestResult(string Size, string What, double Nanoseconds, long Bytes);
