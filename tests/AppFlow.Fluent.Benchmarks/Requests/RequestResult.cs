namespace AppFlow.Fluent.Benchmarks.Requests;

/// <summary>One benchmark with one size of update.</summary>
/// <param name="Size">Which update.</param>
/// <param name="What">The measured operation.</param>
/// <param name="Nanoseconds">The median of one operation.</param>
/// <param name="Bytes">The bytes that one operation allocates.</param>
internal sealed record RequestResult(string Size, string What, double Nanoseconds, long Bytes);
