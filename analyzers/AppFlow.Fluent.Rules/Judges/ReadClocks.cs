using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Judges;

/// <summary>The clocks in a value, each as coarse as it is read, and the parts that are no clock.</summary>
internal sealed class ReadClocks
{
    private ReadClocks(Term value) => Add(value, readAs: null);

    /// <summary>How coarse each clock is read.</summary>
    public List<ClockGrain> Grains { get; } = [];

    /// <summary>The parts that are neither a clock nor made of others.</summary>
    public List<Term> Others { get; } = [];

    public static ReadClocks Of(Term value) => new(value);

    // A reading of a clock that was kept in a variable is a function whose symbol says how coarse it is.
    private void Add(Term term, ClockGrain? readAs)
    {
        switch (term)
        {
            case Root { Site: { Kind: SiteKind.Clock } site }:
                Grains.Add(readAs is { } grain && grain > site.Grain ? grain : site.Grain);
                break;
            case Apply { Function.Symbol: ClockGrain coarser }:
                foreach (var operand in term.Operands)
                {
                    Add(operand, readAs is { } outer && outer > coarser ? outer : coarser);
                }

                break;
            case { Operands.Count: > 0 }:
                foreach (var operand in term.Operands)
                {
                    Add(operand, readAs);
                }

                break;
            default:
                Others.Add(term);
                break;
        }
    }
}
