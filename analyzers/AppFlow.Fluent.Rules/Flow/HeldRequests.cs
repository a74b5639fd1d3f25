using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Flow;

/// <summary>
/// Calls a request by the variable that holds it, and no longer by the place that made it: two paths that made it at different places, and know the same of it,
/// are then one.
/// </summary>
internal static class HeldRequests
{
    /// <summary>The state with such names.</summary>
    /// <param name="path">The state, without what is not read any more.</param>
    /// <param name="block">The block that it is about to enter.</param>
    /// <param name="facts">What is known of the graph.</param>
    public static PathState Rename(PathState path, Block block, GraphFacts facts)
    {
        Dictionary<Term, Root>? names = null;
        var isChanged = false;
        foreach (var variable in path.Variables.Keys.OrderBy(facts.IndexOf))
        {
            if (path.Variables.TryGet(variable, out var value)
                && value is Root { Site.Kind: SiteKind.Request } request
                && path.Requests.Has(request)
                && !facts.IsLive(block, request.Site)
                && !(names ??= []).ContainsKey(request))
            {
                var name = facts.HolderOf(variable).Value;
                if (!name.Equals(request) && IsTaken(name, path))
                {
                    continue;
                }

                names.Add(request, name);
                isChanged |= !name.Equals(request);
            }
        }

        // All at once: a name may have been another request's until now.
        return isChanged ? path.Map(term => term.Replace(part => part is Root && names!.TryGetValue(part, out var name) ? name : null), _ => false) : path;
    }

    // A request that memory still holds under the name, or another variable does.
    private static bool IsTaken(Root name, PathState path) =>
        path.Memory.Values.Concat(path.Memory.Keys).Any(term => term.Contains(name.Equals))
        || (path.Requests.Has(name) && !path.Variables.Values.Any(name.Equals));
}
