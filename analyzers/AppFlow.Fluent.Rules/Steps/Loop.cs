using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Steps;

/// <summary>
/// Something that repeats: a loop statement, a lambda that runs for each item or attempt, a backward jump, a recursive function.
/// </summary>
/// <param name="assigned">The variables that its body assigns, each with the site for its value across iterations.</param>
internal sealed class Loop(IReadOnlyDictionary<Variable, Site> assigned)
{
    /// <summary>The variables that the body assigns, and the site of kind <see cref="SiteKind.Counter"/> for each.</summary>
    public IReadOnlyDictionary<Variable, Site> Assigned { get; } = assigned;

    /// <summary>Where it is, as the front end knows it.</summary>
    public object? Place { get; init; }

    /// <summary>The enclosing loop; null for an outermost one.</summary>
    public Loop? Around { get; init; }

    /// <summary>Whether it contains another loop.</summary>
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

    /// <summary>Its name in messages.</summary>
    public string Name { get; init; } = "loop";
}
