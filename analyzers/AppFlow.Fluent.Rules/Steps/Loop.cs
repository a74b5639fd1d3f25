using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Steps;

/// <summary>Something that runs again: a loop statement, a lambda that is run for each item or at each attempt, a backward jump, a recursive function.</summary>
/// <param name="assigned">The variables that its body assigns, each with the site that stands for what the loop carries in it.</param>
internal sealed class Loop(IReadOnlyDictionary<Variable, Site> assigned)
{
    /// <summary>The variables that the body assigns, and the site of kind <see cref="SiteKind.Counter"/> for each.</summary>
    public IReadOnlyDictionary<Variable, Site> Assigned { get; } = assigned;

    /// <summary>Where it is, as the front end knows it.</summary>
    public object? Place { get; init; }

    /// <summary>The loop that it is a part of; null for an outermost one.</summary>
    public Loop? Around { get; init; }

    /// <summary>Whether another loop is a part of this one.</summary>
    public bool IsAround(Loop other)
    {
        for (var current = other.Around; current is not null; current = current.Around)
        {
            if (current == this)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a person calls it, for messages.</summary>
    public string Name { get; init; } = "loop";
}
