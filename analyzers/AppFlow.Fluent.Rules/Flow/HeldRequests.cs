using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Flow;

/// <summary>
/// Names a request after the variable that holds it instead of the place that created it, so that two paths with equal knowledge about it
/// are merged.
/// </summary>
internal static class HeldRequests
{
    /// <summary>The state with those names.</summary>
    /// <param name="path">The state, without what is no longer read.</param>
    /// <param name="block">The block to enter.</param>
    /// <param name="facts">The facts about the graph.</param>
    public static PathState Rename(PathState path, Block block, GraphFacts facts)
    {
        if (path.Requests.Count == 0)
        {
            return path;
        }

        Dictionary<Term, Root>? names = null;
        var isChanged = false;
        foreach (var (variable, request) in HeldBy(path, block, facts))
        {
            if (names?.ContainsKey(request) == true)
            {
                continue;
            }

            var name = facts.HolderOf(variable).Value;
            if (!name.Equals(request) && IsTaken(name, path))
            {
                continue;
            }

            (names ??= []).Add(request, name);
            isChanged |= !name.Equals(request);
        }

        // All at once, because a name may have belonged to another request until now.
        return isChanged ? path.Map(term => term.Replace(part => part is Root && names!.TryGetValue(part, out var name) ? name : null), _ => false) : path;
    }

    // In an order that is the same on every path.
    private static List<(Variable Variable, Root Request)> HeldBy(PathState path, Block block, GraphFacts facts)
    {
        var held = new List<(Variable Variable, Root Request)>();
        for (var i = 0; i < path.Variables.Count; i++)
        {
            if (path.Variables.Values[i] is Root { Site.Kind: SiteKind.Request } request && path.Requests.Has(request) && !facts.IsLive(block, request.Site))
            {
                held.Add((path.Variables.Keys[i], request));
            }
        }

        return held.Count > 1 ? held.OrderBy(pair => facts.IndexOf(pair.Variable)).ToList() : held;
    }

    // A request that memory or another variable still holds under the name.
    private static bool IsTaken(Root name, PathState path) =>
        path.Memory.Values.Concat(path.Memory.Keys).Any(term => term.Contains(name.Equals))
        || (path.Requests.Has(name) && !path.Variables.Values.Any(name.Equals));
}
