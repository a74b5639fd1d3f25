namespace AppFlow.Fluent.Extensions.DependencyInjection.Tests.Fakes;

/// <summary>Tests that change the environment of the process, which run while no others do.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessEnvironment
{
    /// <summary>The name of the collection.</summary>
    public const string Name = "The environment of the process";
}
