namespace AppFlow.Fluent.Benchmarks.ColdStarts;

/// <summary>How a probe is compiled.</summary>
/// <param name="Name">The value of the probes' MSBuild property.</param>
/// <param name="Title">Its name in a table.</param>
internal sealed record ProbeKind(string Name, string Title)
{
    public static ProbeKind Aot { get; } = new("Aot", "Native AOT");

    public static IReadOnlyList<ProbeKind> All { get; } = [new("Jit", "JIT, packages as they come from NuGet"), new("R2R", "ReadyToRun, all of the program"), Aot];
}
