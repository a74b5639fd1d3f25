using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Lowering;

/// <summary>Values as terms: equivalent values are the same term.</summary>
public class ValueLoweringTests
{
    [Fact]
    public void Texts_are_split_into_parts_in_every_form() => Lowered.Is(
        """
        await ConnectorRegistration.Update(string.Concat("a-", label)).WithDescription($"a-{label}").WithClientToken(string.Format("a-{0}", label)).SendAsync();
        """,
        """
        0:
          create UpdateConnectorRegistration from  with ConnectorLabel = Text("a-", label)
          create UpdateConnectorRegistration from Request with Description = Text("a-", label)
          create UpdateConnectorRegistration from Request with ClientToken = Text("a-", label)
          send Request with
          end
        """);

    [Fact]
    public void A_fresh_value_in_a_text_is_recognised() => Lowered.Is(
        """
        await ConnectorRegistration.Update(label).WithClientToken($"x-{Guid.NewGuid():N}").SendAsync();
        """,
        """
        0:
          create UpdateConnectorRegistration from  with ConnectorLabel = label
          make Fresh
          create UpdateConnectorRegistration from Request with ClientToken = Text("x-", Pure:format N(Fresh))
          send Request with
          end
        """);

    [Fact]
    public void Members_are_stable_or_not() => Lowered.Is(
        """
        await ConnectorRegistration.Update(fixedName + changing + Once).SendAsync();
        """,
        """
        0:
          create UpdateConnectorRegistration from  with ConnectorLabel = Text(StableMember:C.fixedName(this), Member:C.changing(this), StableMember:C.Once(this))
          send Request with
          end
        """,
        """readonly string fixedName = ""; string changing = ""; string Once { get; } = "";""");

    [Fact]
    public void A_repeated_query_is_the_same_term() => Lowered.Is(
        """
        if (map.TryGetValue("a", out var found)) Next(); if (map.TryGetValue("a", out var again) && list.Any(x => x == label) == list.Any(y => y == label)) await ConnectorRegistration.Update(again).SendAsync();
        """,
        """
        0:
          found = Query:(System.Collections.Generic.IReadOnlyDictionary<TKey, TValue>.TryGetValue(TKey, out TValue), 1)(map, "a")
          Query:System.Collections.Generic.IReadOnlyDictionary<TKey, TValue>.TryGetValue(TKey, out TValue)(map, "a") ? 1 : 2
        1:
          call() *
          -> 2
        2:
          again = Query:(System.Collections.Generic.IReadOnlyDictionary<TKey, TValue>.TryGetValue(TKey, out TValue), 1)(map, "a")
          Query:System.Collections.Generic.IReadOnlyDictionary<TKey, TValue>.TryGetValue(TKey, out TValue)(map, "a") ? 3 : 4
        3:
          create UpdateConnectorRegistration from  with ConnectorLabel = again
          send Request with
          -> 4
        4:
          end
        """);

    [Fact]
    public void Each_read_of_a_queue_is_a_new_item() => Lowered.Is(
        """
        await ConnectorRegistration.Update(queue.Dequeue()).SendAsync(); if (queue.TryDequeue(out var next)) await ConnectorRegistration.Update(next).SendAsync();
        """,
        """
        0:
          call(Member:C.queue(this))
          make Item
          create UpdateConnectorRegistration from  with ConnectorLabel = Item
          send Request with
          call(Member:C.queue(this))
          make Item
          next = Item
          make Item
          Item ? 1 : 2
        1:
          create UpdateConnectorRegistration from  with ConnectorLabel = next
          send Request with
          -> 2
        2:
          end
        """,
        "Queue<string> queue = new();");

    [Fact]
    public void A_postfix_increment_returns_the_previous_value() => Lowered.Is(
        """
        var n = 0; await ConnectorRegistration.Update(label).WithDescription($"{n++}").SendAsync();
        """,
        """
        0:
          n = 0
          create UpdateConnectorRegistration from  with ConnectorLabel = label
          temp = n
          n = Pure:Add(n, 1)
          create UpdateConnectorRegistration from Request with Description = Text(temp)
          send Request with
          end
        """);
}
