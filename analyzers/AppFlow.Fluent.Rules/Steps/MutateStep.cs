using AppFlow.Fluent.Rules.Shapes;
using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Steps;

/// <summary>Fields of a mutable request are set: every variable that holds the request sees the change.</summary>
/// <param name="request">The request.</param>
/// <param name="shape">The kind of request.</param>
/// <param name="sets">The fields that are set.</param>
internal sealed class MutateStep(Term request, RequestShape shape, IReadOnlyList<FieldSet> sets) : Step
{
    public Term Request { get; } = request;

    public RequestShape Shape { get; } = shape;

    public IReadOnlyList<FieldSet> Sets { get; } = sets;

    /// <inheritdoc/>
    public override bool MayThrow => true;

    /// <inheritdoc/>
    public override IEnumerable<Term> Reads
    {
        get
        {
            yield return Request;
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
    public override string ToString() => $"{Request}: {string.Join(", ", Sets)}";
}
