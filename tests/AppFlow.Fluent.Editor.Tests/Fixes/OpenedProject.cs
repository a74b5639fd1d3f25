using AppFlow.Fluent.Editor.FixServer;
using Xunit;

namespace AppFlow.Fluent.Editor.Tests.Fixes;

/// <summary>The project, opened once for all tests of fixes, which change copies of it in memory.</summary>
public sealed class OpenedProject : IAsyncLifetime
{
    private AnalyzedProject? _project;

    /// <summary>The opened project.</summary>
    public AnalyzedProject Project => _project ?? throw new InvalidOperationException("The project is not open yet.");

    /// <inheritdoc/>
    public async Task InitializeAsync() => _project = await AnalyzedProject.OpenAsync(EditedProject.PathOf("Diagnostics.csproj"));

    /// <inheritdoc/>
    public Task DisposeAsync()
    {
        _project?.Dispose();
        return Task.CompletedTask;
    }
}
