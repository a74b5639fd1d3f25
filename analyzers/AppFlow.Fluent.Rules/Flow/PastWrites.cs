using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Flow;

/// <summary>Forgets writes that no longer matter: no request that they may guard is left, and no condition reads them from a block on.</summary>
internal static class PastWrites
{
    public static PathState Prune(PathState path, Block block, GraphFacts facts)
    {
        if (path.Writes.Count == 0 || path.Requests.Count > 0)
        {
            return path;
        }

        var writes = path.Writes.Where((write, _) => MayBeAsked(write, block, facts));
        return path with { Writes = writes, Asked = path.Asked.Where((write, _) => writes.Has(write)) };
    }

    private static bool MayBeAsked(Step write, Block block, GraphFacts facts) => write switch
    {
        AssignStep assign => facts.IsAsked(block, assign.Target),
        StoreStep { Target: { Function.Kind: FunctionKind.Element } element } => IsAsked(element, block, facts),
        CallStep { MayWriteAnyMember: false } call => call.Writes.Any(variable => facts.IsAsked(block, variable)) || call.MayChange.Any(changed => IsAsked(changed, block, facts)),
        _ => true,
    };

    private static bool IsAsked(Term term, Block block, GraphFacts facts) =>
        term.Contains(part => GraphFacts.LeafOf(part) is { } leaf && facts.IsAsked(block, leaf));
}
