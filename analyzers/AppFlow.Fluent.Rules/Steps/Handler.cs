using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Steps;

/// <summary>
/// The handler of a <c>try</c>. Its blocks test the caught failure by conditions on <see cref="Failure"/>
/// (<see cref="FunctionKind.FailureIs"/>), clause by clause, and rethrow it if no clause catches it.
/// </summary>
/// <param name="failure">The site, of kind <see cref="SiteKind.Failure"/>: its value is the caught failure.</param>
/// <param name="first">The first block of the handler.</param>
internal sealed class Handler(Site failure, Block first)
{
    public Site Failure { get; } = failure;

    public Block First { get; } = first;
}
