using AppFlow.Fluent.Rules.Steps;

namespace AppFlow.Fluent.Rules.Flow;

/// <summary>All states in which one send was reached.</summary>
/// <param name="step">The send.</param>
internal sealed class SendFacts(SendStep step)
{
    public SendStep Step { get; } = step;

    public HashSet<SendState> States { get; } = [];

    public HashSet<Round> Rounds { get; } = [];

    public HashSet<SharedToken> Shared { get; } = [];
}
