namespace AppFlow.Fluent.Emulator.Tests.Wire;

/// <summary>Tests that measure the process itself: no other test runs in parallel.</summary>
[CollectionDefinition(nameof(RunsAlone), DisableParallelization = true)]
public sealed class RunsAlone;
