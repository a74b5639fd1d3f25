using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Lowering;

/// <summary>Loops, their iterations and their collections.</summary>
public class LoopLoweringTests
{
    [Fact]
    public void A_range_of_a_constant_size_is_filled() => Lowered.Is(
        """
        foreach (var i in Enumerable.Range(0, 3)) await ConnectorRegistration.Update(labels[i]).SendAsync();
        """,
        """
        0:
          round of foreach
          make Counter
          i = Counter
          create UpdateConnectorRegistration from  with ConnectorLabel = Element(labels, i)
          send Request with
          -> 1
        1:
          make Unknown
          Unknown ? 2 : 3
        2:
          again foreach
          -> 0
        3:
          end
        """);

    [Fact]
    public void A_foreach_creates_an_item_in_each_iteration() => Lowered.Is(
        """
        foreach (var one in list) { if (one == "x") continue; await ConnectorRegistration.Update(one).SendAsync(); break; }
        """,
        """
        0:
          Not(IsEmpty(list)) ? 1 : 2
        1:
          round of foreach
          make Item
          one = Item
          Equal(one, "x") ? 3 : 4
        2:
          end
        3:
          make Unknown
          Unknown ? 5 : 2
        4:
          create UpdateConnectorRegistration from  with ConnectorLabel = one
          send Request with
          -> 2
        5:
          again foreach
          -> 1
        """);

    [Fact]
    public void A_collection_with_items_is_known_to_be_filled() => Lowered.Is(
        """
        var names = new[] { "a", "b" }; var r = ConnectorRegistration.Update(); foreach (var one in names) r = r.WithConnectorLabel(one); await r.SendAsync();
        """,
        """
        0:
          make Unknown
          names = Unknown
          create UpdateConnectorRegistration from  with
          r = Request
          -> 1
        1:
          round of foreach
          make Item
          one = Item
          create UpdateConnectorRegistration from r with ConnectorLabel = one
          r = Request
          -> 2
        2:
          make Unknown
          Unknown ? 3 : 4
        3:
          again foreach
          -> 1
        4:
          send r with
          end
        """);

    [Fact]
    public void A_deconstruction_takes_parts_of_the_item() => Lowered.Is(
        """
        foreach (var (key, value) in map) await ConnectorRegistration.Update(key).WithDescription(value).SendAsync();
        """,
        """
        0:
          Not(IsEmpty(map)) ? 1 : 2
        1:
          round of foreach
          make Item
          key = Pure:part 0(Item)
          value = Pure:part 1(Item)
          create UpdateConnectorRegistration from  with ConnectorLabel = key
          create UpdateConnectorRegistration from Request with Description = value
          send Request with
          -> 3
        2:
          end
        3:
          make Unknown
          Unknown ? 4 : 2
        4:
          again foreach
          -> 1
        """);

    [Fact]
    public void A_for_loop_tests_at_its_head_and_steps_at_its_end() => Lowered.Is(
        """
        for (var i = 0; i < 3; i++) await ConnectorRegistration.Update(labels[i]).SendAsync();
        """,
        """
        0:
          i = 0
          -> 1
        1:
          round of for
          Less(i, 3) ? 2 : 3
        2:
          create UpdateConnectorRegistration from  with ConnectorLabel = Element(labels, i)
          send Request with
          -> 4
        3:
          end
        4:
          i = Pure:Add(i, 1)
          again for
          -> 1
        """);

    [Fact]
    public void An_endless_loop_is_only_left_by_its_break() => Lowered.Is(
        """
        while (true) { if (flag) break; } await ConnectorRegistration.Update(label).SendAsync();
        """,
        """
        0:
          round of while
          -> 1
        1:
          flag ? 2 : 3
        2:
          create UpdateConnectorRegistration from  with ConnectorLabel = label
          send Request with
          end
        3:
          again while
          -> 0
        """);

    [Fact]
    public void A_backward_goto_is_a_loop() => Lowered.Is(
        """
        again: if (flag) goto end; await ConnectorRegistration.Update(label).SendAsync(); goto again; end: return;
        """,
        """
        0:
          round of goto
          flag ? 1 : 2
        1:
          end
        2:
          create UpdateConnectorRegistration from  with ConnectorLabel = label
          send Request with
          again goto
          -> 0
        """);
}
