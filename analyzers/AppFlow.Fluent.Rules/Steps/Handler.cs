using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Steps;

/// <summary>
/// Where the failures of a <c>try</c> go. Its blocks test what was caught by conditions on <see cref="Failure"/> (<see cref="FunctionKind.FailureIs"/>),
/// clause by clause, and throw it on where no clause takes it.
/// </summary>
/// <param name="failure">The site, of kind <see cref="SiteKind.Failure"/>: its value is what was caught.</param>
/// <param name="first">The first block of the handler.</param>
internal sealed class Handler(Site failure, Block first)
{
    public Site Failure { get; } = failure;

    public Block First { get; } = first;
}
