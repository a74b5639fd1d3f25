using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Steps;

/// <summary>
/// A site runs: it makes its value anew, and what it made before becomes older. Stands before the step that reads <see cref="Site.Value"/>. Sites of
/// requests, tasks and failures are made by their own steps.
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
