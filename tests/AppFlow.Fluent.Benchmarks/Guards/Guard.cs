namespace AppFlow.Fluent.Benchmarks.Guards;

/// <summary>Something that was counted, and the most that it may be.</summary>
internal sealed record Guard(string What, long Count, long AtMost)
{
    public bool Holds => Count <= AtMost;
}
