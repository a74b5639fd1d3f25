using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Lowering;

/// <summary>What calls do to requests, as steps.</summary>
public class RequestLoweringTests
{
    [Fact]
    public void A_chain_creates_a_request_at_each_link_and_sends_the_last() => Lowered.Is(
        """
        await ConnectorRegistration.Update(label).WithDescription("x").WithClientToken(Next()).SendAsync(given);
        """,
        """
        0:
          create UpdateConnectorRegistration from  with ConnectorLabel = label
          create UpdateConnectorRegistration from Request with Description = "x"
          call() *
          make Unknown
          create UpdateConnectorRegistration from Request with ClientToken = Unknown
          send Request with given
          end
        """);

    [Fact]
    public void A_stored_task_throws_where_it_is_awaited() => Lowered.Is(
        """
        var call = ConnectorRegistration.Update(label).SendAsync(); await call;
        """,
        """
        0:
          create UpdateConnectorRegistration from  with ConnectorLabel = label
          send Request with
          call = Task
          await call
          end
        """);

    [Fact]
    public void A_property_of_a_mutable_request_changes_the_object() => Lowered.Is(
        """
        var r = new R { Name = label }; r.Token ??= ClientToken.New(); await r.SendAsync();
        """,
        """
        0:
          create R from  with Name = label
          r = Request
          temp = StableMember:Token(r)
          Equal(StableMember:Token(r), null) ? 1 : 2
        1:
          make Fresh
          r: Token = Fresh
          temp = Fresh
          -> 2
        2:
          send r with
          end
        """);

    [Fact]
    public void Reading_a_property_of_a_request_reads_its_field() => Lowered.Is(
        """
        var r = ConnectorRegistration.Update(); if (r.ConnectorLabel is null) r = r.WithConnectorLabel(label); await r.SendAsync();
        """,
        """
        0:
          create UpdateConnectorRegistration from  with
          r = Request
          Equal(StableMember:ConnectorLabel(r), null) ? 1 : 2
        1:
          create UpdateConnectorRegistration from r with ConnectorLabel = label
          r = Request
          -> 2
        2:
          send r with
          end
        """);

    [Fact]
    public void With_and_a_default_set_fields() => Lowered.Is(
        """
        await (new R { Name = label } with { Token = "t" }).SendAsync();
        """,
        """
        0:
          create R from  with Name = label
          create R from Request with Token = "t"
          send Request with
          end
        """);

    [Fact]
    public void A_request_that_leaves_escapes_and_one_that_is_printed_stays() => Lowered.Is(
        """
        var r = ConnectorRegistration.Update(label); Console.WriteLine(r); hand(r); Console.WriteLine($"{r}"); list.Add(r.ToString()!);
        """,
        """
        0:
          create UpdateConnectorRegistration from  with ConnectorLabel = label
          r = Request
          escape r
          call(r) *
          make Unknown
          use Text(r)
          use Text(r)
          call(list)
          end
        """,
        "Action<object> hand = null!;");

    [Fact]
    public void A_wrapper_is_a_send_of_its_arguments() => Lowered.Is(
        """
        await Deploy(label, Next());
        """,
        """
        0:
          use label
          call() *
          make Unknown
          use Unknown
          create Deploy from  with what = label, token = Unknown
          send Request with
          end
        """,
        "Task Deploy(string what, [IdempotencyToken] string token) => Task.CompletedTask;");

    [Fact]
    public void A_choice_between_requests_is_followed_along_paths() => Lowered.Is(
        """
        var a = ConnectorRegistration.Update(); var b = ConnectorRegistration.Update(label); await (flag ? a : b).SendAsync();
        """,
        """
        0:
          create UpdateConnectorRegistration from  with
          a = Request
          create UpdateConnectorRegistration from  with ConnectorLabel = label
          b = Request
          flag ? 1 : 2
        1:
          temp = a
          -> 3
        2:
          temp = b
          -> 3
        3:
          send temp with
          end
        """);
}
