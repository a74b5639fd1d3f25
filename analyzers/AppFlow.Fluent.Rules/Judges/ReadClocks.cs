using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Judges;

/// <summary>The clocks in a value with the precision of their use, and the other parts.</summary>
internal sealed class ReadClocks
{
    private ReadClocks(Term value) => Add(value, readAs: null);

    /// <summary>The precision of each clock.</summary>
    public List<ClockGrain> Grains { get; } = [];

    /// <summary>The atomic parts that are not clocks.</summary>
    public List<Term> Others { get; } = [];

    public static ReadClocks Of(Term value) => new(value);

    // A clock reading that was stored in a variable is a function whose symbol gives its precision.
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
