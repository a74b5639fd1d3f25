using AppFlow.Fluent.Rules.Shapes;
using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Flow;

/// <summary>Compares values and requests, at one or two points of a path.</summary>
/// <param name="facts">The facts at the comparison: values that were found equal are treated as one.</param>
internal sealed class Comparison(SmallMap<Term, bool> facts)
{
    /// <summary>A comparison without facts, by the values alone.</summary>
    public static readonly Comparison Plain = new(SmallMap<Term, bool>.Empty);

    /// <summary>Compares two requests by everything except the source of their token.</summary>
    public Likeness Of(RequestState one, RequestState other)
    {
        if (one.Shape != other.Shape)
        {
            return Likeness.Different;
        }

        var result = (one.Origin, other.Origin) switch
        {
            (null, null) => one.IsOpen || other.IsOpen ? Likeness.Unknown : Likeness.Same,
            ({ } origin, { } otherOrigin) => Of(origin, otherOrigin),
            _ => Likeness.Unknown,
        };
        foreach (var field in one.Shape.Fields)
        {
            if (field.Role != FieldRole.Content)
            {
                continue;
            }

            var likeness = (one.Fields.TryGet(field, out var value), other.Fields.TryGet(field, out var otherValue)) switch
            {
                (true, true) => Of(value.Value, otherValue.Value),
                (false, false) => Likeness.Same,
                _ => one.IsOpen || other.IsOpen || (value ?? otherValue)?.IsUncertain == true ? Likeness.Unknown : Likeness.Different,
            };
            if (likeness == Likeness.Different)
            {
                return Likeness.Different;
            }

            if (likeness == Likeness.Unknown)
            {
                result = result == Likeness.Different ? result : Likeness.Unknown;
            }
        }

        return result;
    }

    /// <summary>Compares two clients; null is the default client.</summary>
    public Likeness OfClients(Term? one, Term? other) => (one, other) switch
    {
        (null, null) => Likeness.Same,
        ({ } client, { } otherClient) => Of(client, otherClient),
        _ => Likeness.Different,
    };

    /// <summary>Compares two values; null is an unknown value.</summary>
    public Likeness Of(Term? one, Term? other)
    {
        if (one is null || other is null)
        {
            return Likeness.Unknown;
        }

        return OfKnown(Known(one), Known(other));
    }

    /// <summary>The value, with each part that a test found equal to another value replaced by the other.</summary>
    public Term Known(Term term) => facts.Count == 0 ? term : term.Replace(EqualTo);

    private Likeness OfKnown(Term one, Term other)
    {
        if (one.Equals(other))
        {
            return one.Contains(part => part is Root { Age: >= Root.Oldest }) ? Likeness.Unknown : Likeness.Same;
        }

        return (one, other) switch
        {
            (Root root, Root otherRoot) => OfRoots(root, otherRoot),
            (Root { Site.Kind: SiteKind.Changed }, _) or (_, Root { Site.Kind: SiteKind.Changed }) => Likeness.Unknown,
            (Apply { Function.Kind: FunctionKind.Text } text, Apply { Function.Kind: FunctionKind.Text } otherText) => OfTexts(text, otherText),
            (Apply apply, Apply otherApply)
                when apply.Function.Equals(otherApply.Function) && apply.Operands.Count == otherApply.Operands.Count && apply.Operands.Count > 0 =>
                OfAll(apply.Operands, otherApply.Operands),
            _ => MayBeOfOneUnknown(one, other) ? Likeness.Unknown : Likeness.Different,
        };
    }

    private Likeness OfTexts(Apply one, Apply other) =>
        one.Operands.Count == other.Operands.Count ? OfAll(one.Operands, other.Operands) : MayBeOfOneUnknown(one, other) ? Likeness.Unknown : Likeness.Different;

    private Likeness OfAll(IReadOnlyList<Term> ones, IReadOnlyList<Term> others)
    {
        var result = Likeness.Same;
        for (var i = 0; i < ones.Count; i++)
        {
            switch (OfKnown(ones[i], others[i]))
            {
                case Likeness.Different:
                    return Likeness.Different;
                case Likeness.Unknown:
                    result = Likeness.Unknown;
                    break;
            }
        }

        return result;
    }

    private static Likeness OfRoots(Root one, Root other)
    {
        if (one.Site != other.Site)
        {
            return one.Site.Kind == SiteKind.Changed || other.Site.Kind == SiteKind.Changed ? Likeness.Unknown : Likeness.Different;
        }

        return one.Site.Kind switch
        {
            SiteKind.Item or SiteKind.Counter or SiteKind.Fresh or SiteKind.Clock => Likeness.Different,
            _ => Likeness.Unknown,
        };
    }

    // A method that is called twice may return the same value twice, so its results cannot be assumed to differ.
    private static bool MayBeOfOneUnknown(Term one, Term other)
    {
        return other.Contains(part => part is Root { Site.Kind: SiteKind.Changed })
            || one.Contains(part => part is Root { Site.Kind: SiteKind.Changed })
            || one.Contains(part => part is Root { Site.Kind: SiteKind.Unknown } root
                && other.Contains(otherPart => otherPart is Root otherRoot && otherRoot.Site == root.Site));
    }

    // A value that a test found equal to a constant or another value is replaced by it, repeatedly, because that one may in turn be equal
    // to a third.
    private Term? EqualTo(Term term)
    {
        Term? last = null;
        for (var next = NextEqualTo(term); next is not null; next = NextEqualTo(next))
        {
            last = next;
        }

        return last;
    }

    private Term? NextEqualTo(Term term)
    {
        if (term is Constant)
        {
            return null;
        }

        for (var i = 0; i < facts.Count; i++)
        {
            if (!facts.Values[i] || facts.Keys[i] is not Apply { Function.Kind: FunctionKind.Equal } equal || equal.Operands[1].Equals(Constant.Null))
            {
                continue;
            }

            if (equal.Operands[0].Equals(term) && IsBefore(equal.Operands[1], term))
            {
                return equal.Operands[1];
            }

            if (equal.Operands[1].Equals(term) && IsBefore(equal.Operands[0], term))
            {
                return equal.Operands[0];
            }
        }

        return null;
    }

    // Of two equal values, the more stable one names both: a constant, or an initial value of the body.
    private static bool IsBefore(Term one, Term other) => Rank(one) < Rank(other) || (Rank(one) == Rank(other) && one.GetHashCode() < other.GetHashCode());

    private static int Rank(Term term) => term switch
    {
        Constant => 0,
        _ when term.Contains(part => part is Root) => 2,
        _ => 1,
    };
}
