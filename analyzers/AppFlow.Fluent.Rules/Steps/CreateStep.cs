using AppFlow.Fluent.Rules.Shapes;
using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Steps;

/// <summary>
/// A request is created: from nothing (an entry point, <c>new</c>), or from another one, which does not change (a <c>With…</c>,
/// <c>with</c>, a copy constructor).
/// </summary>
/// <param name="request">The site, of kind <see cref="SiteKind.Request"/>: its value is the new request.</param>
/// <param name="shape">The kind of request.</param>
/// <param name="sets">The fields that are set.</param>
internal sealed class CreateStep(Site request, RequestShape shape, IReadOnlyList<FieldSet> sets) : Step
{
    public Site Request { get; } = request;

    public RequestShape Shape { get; } = shape;

    /// <summary>The request that it is created from; null if there is none.</summary>
    public Term? Source { get; init; }

    public IReadOnlyList<FieldSet> Sets { get; } = sets;

    /// <summary>Whether the other fields are unknown, because the method or constructor has no readable body.</summary>
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
