using AppFlow.Fluent.Rules.Shapes;
using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Flow;

/// <summary>
/// Removes from the earlier sends what no later send is compared with: the outcome of sends that cannot repeat, and whole sends whose token
/// no later one can have.
/// </summary>
/// <param name="carried">The values in variables, memory and requests.</param>
/// <param name="block">The reached block.</param>
/// <param name="facts">The facts about what is read and run from there on.</param>
internal sealed class PastSends(HashSet<Term> carried, Block block, GraphFacts facts)
{
    public SmallMap<SendStep, Sent> Prune(SmallMap<SendStep, Sent> sends) => sends.Select((step, sent) => Pruned(sent) is { } kept ? (step, kept) : null);

    private Sent? Pruned(Sent sent)
    {
        if (!facts.IsSentLater(block, sent.Step.Shape.Operation))
        {
            return null;
        }

        if (facts.MayRunAgain(block, sent.Step))
        {
            return sent;
        }

        var isWaitedFor = IsCarried(sent.Step.Task.Value);
        if (!isWaitedFor && !MayShareToken(sent.Request))
        {
            return null;
        }

        var outcome = isWaitedFor ? sent.Outcome : Outcome.Succeeded;
        return new Sent(sent.Step, sent.Request, sent.Client) { Outcome = outcome }.Map(term => term.Replace(part => part is Root root && IsGone(root) ? Gone(root) : null));
    }

    private bool MayShareToken(RequestState request) =>
        request.TokenChoice is { IsUncertain: false, Source.Field.Role: FieldRole.Token, Value: { } token }
        && !token.Contains(part => part is Root root && IsGone(root));

    // The value of a site that does not run again and that nothing holds cannot equal anything sent later.
    private bool IsGone(Root root) => !IsCarried(root) && !facts.MayRunAgain(block, root.Site);

    private bool IsCarried(Root root) => carried.Contains(root) || (root.Age == 0 && facts.IsLive(block, root.Site));

    private static Root Gone(Root root) => root.Age == Root.Oldest ? root : new Root(root.Site, Root.Oldest);
}
