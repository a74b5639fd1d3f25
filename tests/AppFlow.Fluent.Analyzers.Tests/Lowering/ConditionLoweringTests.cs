using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Lowering;

/// <summary>Conditions, patterns and switches as branches.</summary>
public class ConditionLoweringTests
{
    [Fact]
    public void Short_circuits_branch_if_the_right_side_has_effects() => Lowered.Is(
        """
        var r = ConnectorRegistration.Update(); if (flag && (r = r.WithConnectorLabel(label)) is not null) Next(); var plain = flag && label.Length > 1; if (plain) await r.SendAsync();
        """,
        """
        0:
          create UpdateConnectorRegistration from  with
          r = Request
          flag ? 1 : 2
        1:
          create UpdateConnectorRegistration from r with ConnectorLabel = label
          r = Request
          -> 3
        2:
          plain = And(flag, Less(1, Length(label)))
          plain ? 4 : 5
        3:
          call() *
          -> 2
        4:
          send r with
          -> 5
        5:
          end
        """);

    [Fact]
    public void Null_tests_and_sizes_have_a_normal_form() => Lowered.Is(
        """
        if (other is { Length: > 0 } && !string.IsNullOrEmpty(label) && list.Count > 0 && labels.Length != 0 && list.Any()) await ConnectorRegistration.Update(label).SendAsync();
        """,
        """
        0:
          And(Not(Equal(other, null)), Not(IsEmptyText(other))) ? 1 : 2
        1:
          Or(Equal(label, null), IsEmptyText(label)) ? 2 : 3
        2:
          end
        3:
          Not(IsEmpty(list)) ? 4 : 2
        4:
          Not(IsEmptyText(labels)) ? 5 : 2
        5:
          Not(IsEmpty(list)) ? 6 : 2
        6:
          create UpdateConnectorRegistration from  with ConnectorLabel = label
          send Request with
          -> 2
        """);

    [Fact]
    public void A_coalesce_that_throws_branches() => Lowered.Is(
        """
        await ConnectorRegistration.Update(other ?? throw new ArgumentException("x")).SendAsync();
        """,
        """
        0:
          Equal(other, null) ? 1 : 2
        1:
          make Unknown
          throw
        2:
          temp = other
          -> 3
        3:
          create UpdateConnectorRegistration from  with ConnectorLabel = temp
          send Request with
          end
        """);

    [Fact]
    public void A_conditional_access_is_null_or_the_member() => Lowered.Is(
        """
        if (Name?.Length > 3) await ConnectorRegistration.Update(Name?.Trim() ?? "").SendAsync();
        """,
        """
        0:
          Less(3, Choice(Equal(Member:C.Name(this), null), null, Length(Member:C.Name(this)))) ? 1 : 2
        1:
          create UpdateConnectorRegistration from  with ConnectorLabel = Choice(Or(Equal(Member:C.Name(this), null), Equal(Pure:string.Trim()(Member:C.Name(this)), null)), "", Choice(Equal(Member:C.Name(this), null), null, Pure:string.Trim()(Member:C.Name(this))))
          send Request with
          -> 2
        2:
          end
        """);

    [Fact]
    public void A_switch_is_a_chain_of_tests_with_guards_and_jumps() => Lowered.Is(
        """
        var r = ConnectorRegistration.Update(); switch (label.Length) { case 1: r = r.WithConnectorLabel("a"); break; case 2 when flag: goto case 1; case > 5: return; default: break; } await r.SendAsync();
        """,
        """
        0:
          create UpdateConnectorRegistration from  with
          r = Request
          Equal(Length(label), 1) ? 1 : 2
        1:
          create UpdateConnectorRegistration from r with ConnectorLabel = "a"
          r = Request
          -> 3
        2:
          Equal(Length(label), 2) ? 4 : 5
        3:
          send r with
          end
        4:
          flag ? 1 : 5
        5:
          Less(5, Length(label)) ? 6 : 3
        6:
          end
        """);

    [Fact]
    public void A_switch_expression_without_a_match_throws() => Lowered.Is(
        """
        var r = label switch { "a" => ConnectorRegistration.Update("a"), { Length: 3 } => ConnectorRegistration.Update() }; await r.SendAsync();
        """,
        """
        0:
          Equal(label, "a") ? 1 : 2
        1:
          create UpdateConnectorRegistration from  with ConnectorLabel = "a"
          temp = Request
          -> 3
        2:
          And(Not(Equal(label, null)), Equal(Length(label), 3)) ? 4 : 5
        3:
          r = temp
          send r with
          end
        4:
          create UpdateConnectorRegistration from  with
          temp = Request
          -> 3
        5:
          throw
        """);

    [Fact]
    public void A_switch_expression_of_constants_is_one_term() => Lowered.Is(
        """
        await ConnectorRegistration.Update(label.Length switch { 1 => "a", > 5 and < 9 => "b", _ => "c" }).SendAsync();
        """,
        """
        0:
          create UpdateConnectorRegistration from  with ConnectorLabel = Choice(Equal(Length(label), 1), "a", Choice(And(Less(5, Length(label)), Less(Length(label), 9)), "b", "c"))
          send Request with
          end
        """);

    [Fact]
    public void Type_patterns_declare_variables() => Lowered.Is(
        """
        object o = label; if (o is Uri { Host: var host } uri && o is not string) await ConnectorRegistration.Update(host + uri).SendAsync();
        """,
        """
        0:
          o = label
          uri = o
          host = StableMember:System.Uri.Host(o)
          Is:System.Uri(o) ? 1 : 2
        1:
          Not(Is:string(o)) ? 3 : 2
        2:
          end
        3:
          create UpdateConnectorRegistration from  with ConnectorLabel = Text(host, uri)
          send Request with
          -> 2
        """);

    [Fact]
    public void An_enumeration_knows_its_members() => Lowered.Is(
        """
        if (DateTime.MinValue.Kind == DateTimeKind.Utc) await ConnectorRegistration.Update(label).SendAsync();
        """,
        """
        0:
          Equal(StableMember:System.DateTime.Kind(StableMember:System.DateTime.MinValue()), 1) ? 1 : 2
        1:
          create UpdateConnectorRegistration from  with ConnectorLabel = label
          send Request with
          -> 2
        2:
          end
        """);
}
