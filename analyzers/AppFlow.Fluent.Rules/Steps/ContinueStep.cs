using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Steps;

/// <summary>A handler reads the token of the failed call, other than to print or log it: the call is continued and not restarted.</summary>
/// <param name="failure">What was caught.</param>
internal sealed class ContinueStep(Term failure) : Step
{
    public Term Failure { get; } = failure;

    /// <inheritdoc/>
    public override IEnumerable<Term> Reads => [Failure];

    /// <inheritdoc/>
    public override string ToString() => $"continue {Failure}";
}
