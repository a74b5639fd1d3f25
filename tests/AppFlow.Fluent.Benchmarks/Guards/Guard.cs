namespace AppFlow.Fluent.Benchmarks.Guards;

/// <summary>A count and its limit.</summary>
internal sealed record Guard(string What, long Count, long AtMost)
{
    public bool Holds => Count <= AtMost;
}
