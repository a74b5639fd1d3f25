using AppFlow.Fluent.Rules.Shapes;
using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Steps;

/// <summary>Fields of a request that can be changed in place are set: every variable that holds the request sees it.</summary>
/// <param name="request">The request.</param>
/// <param name="shape">What kind of request it is.</param>
/// <param name="sets">What it is given.</param>
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
