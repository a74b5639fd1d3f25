namespace AppFlow.Fluent.Benchmarks.Calls;

/// <summary>One way of calling the server.</summary>
internal interface ICaller : IDisposable
{
    /// <summary>Makes one call and reads its answer to the end.</summary>
    Task CallAsync();
}
