using AppFlow.Fluent.Rules.Terms;
using CsCheck;

namespace AppFlow.Fluent.Rules.Tests.Laws;

/// <summary>Normalising a condition preserves its truth value.</summary>
public class TermFactoryTests
{
    [Fact]
    public void TheOneSpellingIsTrueWhereTheOtherOneIs() => Gen.Select(Terms.Condition, Terms.Assignment)
        .Sample((condition, assignment) => assignment.Holds(condition) == assignment.Holds(Terms.Canonical(condition)), iter: 20_000);

    [Fact]
    public void TheOneSpellingIsWrittenInOneWayAlready() => Terms.Condition
        .Sample(condition => Terms.Canonical(condition) is var once && Terms.Canonical(once).Equals(once), iter: 10_000);

    [Fact]
    public void EqualTermsHaveEqualHashes() => Gen.Select(Terms.Condition, Terms.Condition)
        .Sample((one, other) => !one.Equals(other) || one.GetHashCode() == other.GetHashCode(), iter: 10_000);

    [Fact]
    public void NegatingTwiceIsNothing() => Terms.Condition
        .Sample(condition => Terms.Canonical(condition) is var term && TermFactory.Not(TermFactory.Not(term)).Equals(term), iter: 10_000);

    [Fact]
    public void EqualityHasNoOrder() => Gen.Select(Terms.Condition, Terms.Condition).Sample(
        (one, other) =>
        {
            var (left, right) = (Terms.Canonical(one), Terms.Canonical(other));
            return TermFactory.Equal(left, right).Equals(TermFactory.Equal(right, left));
        },
        iter: 10_000);

    [Fact]
    public void TextsAreWrittenAsOne()
    {
        var gap = new Variable("x", "x");

        var nested = TermFactory.Text(TermFactory.Text(new Constant("a"), new Constant(1)), gap, new Constant('b'), Constant.Null, new Constant(true));

        Assert.Equal(TermFactory.Text(new Constant("a1"), gap, new Constant("bTrue")), nested);
        Assert.Equal(new Constant("ab"), TermFactory.Text(new Constant("a"), new Constant("b")));
        Assert.Equal(new Constant(""), TermFactory.Text());
    }

    [Fact]
    public void AValueOfSeveralIsNotEqualToItself()
    {
        var site = new Site(SiteKind.Item);

        Assert.Equal(Constant.True, TermFactory.Equal(site.Value, site.Value));
        Assert.NotEqual(Constant.True, TermFactory.Equal(new Root(site, Root.Oldest), new Root(site, Root.Oldest)));
    }
}
