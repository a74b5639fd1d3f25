using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Steps;

/// <summary>
/// A site runs: it creates a new value, and its earlier values become older. Precedes the step that reads <see cref="Site.Value"/>.
/// Requests, tasks and failures have their own steps.
/// </summary>
/// <param name="site">The site.</param>
internal sealed class MakeStep(Site site) : Step
{
    public Site Site { get; } = site;

    /// <inheritdoc/>
    public override IEnumerable<Term> Reads => [];

    /// <inheritdoc/>
    public override string ToString() => $"make {Site}";
}
