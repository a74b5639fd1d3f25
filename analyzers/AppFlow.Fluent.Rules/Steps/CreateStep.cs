using AppFlow.Fluent.Rules.Shapes;
using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Steps;

/// <summary>
/// A request is made: from nothing (an entry point, <c>new</c>), or from another one, which stays as it was (a <c>With…</c>, <c>with</c>, a constructor
/// that copies).
/// </summary>
/// <param name="request">The site, of kind <see cref="SiteKind.Request"/>: its value is the new request.</param>
/// <param name="shape">What kind of request it is.</param>
/// <param name="sets">What it is given.</param>
internal sealed class CreateStep(Site request, RequestShape shape, IReadOnlyList<FieldSet> sets) : Step
{
    public Site Request { get; } = request;

    public RequestShape Shape { get; } = shape;

    /// <summary>The request that it is made from; null where it is made from nothing.</summary>
    public Term? Source { get; init; }

    public IReadOnlyList<FieldSet> Sets { get; } = sets;

    /// <summary>Whether the fields that are not named are unknown: a method or a constructor whose body cannot be read.</summary>
    public bool IsOpen { get; init; }

    /// <inheritdoc/>
    public override bool MayThrow => true;

    /// <inheritdoc/>
    public override IEnumerable<Term> Reads
    {
        get
        {
            if (Source is not null)
            {
                yield return Source;
            }

            foreach (var set in Sets)
            {
                if (set.Value is not null)
                {
                    yield return set.Value;
                }
            }
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"create {Shape} from {Source} with {string.Join(", ", Sets)}";
}
