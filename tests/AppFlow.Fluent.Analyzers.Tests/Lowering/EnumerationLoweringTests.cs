using AppFlow.Fluent.Rules.Terms;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Lowering;

/// <summary>A constant of an enumeration knows all members, so that the path past all of them is recognised as impossible.</summary>
public class EnumerationLoweringTests
{
    private const string Members = """
        enum Kind { Small, Large, Huge }
        sealed class Mode(string value) : Amazon.Runtime.ConstantClass(value)
        {
            public static readonly Mode On = new("on");
            public static readonly Mode Off = new("off");
            public static readonly string Other = "";
        }
        Kind kind = default;
        Mode mode = null!;
        """;

    [Theory]
    [InlineData("kind == Kind.Large", 3)]
    [InlineData("mode == Mode.On", 2)]
    [InlineData("kind is Kind.Huge", 3)]
    public void A_member_knows_all_members(string condition, int members)
    {
        var graph = Lowered.Statements($"if ({condition}) await ConnectorRegistration.Update(label).SendAsync();", Members);
        var equal = Assert.IsType<Apply>(Assert.Single(graph.Blocks, block => block.Condition is not null).Condition);
        Assert.Equal(members, equal.Operands.OfType<Constant>().Single().Domain!.Count);
    }

    [Fact]
    public void A_number_has_no_members()
    {
        var graph = Lowered.Statements("if (label.Length == 3) await ConnectorRegistration.Update(label).SendAsync();");
        var equal = Assert.IsType<Apply>(Assert.Single(graph.Blocks, block => block.Condition is not null).Condition);
        Assert.Null(equal.Operands.OfType<Constant>().Single().Domain);
    }
}
