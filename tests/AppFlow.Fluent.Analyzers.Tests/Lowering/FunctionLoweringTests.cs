using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Lowering;

/// <summary>Lambdas and local functions, where they run.</summary>
public class FunctionLoweringTests
{
    [Fact]
    public void A_request_that_a_method_returns_is_unknown() => Lowered.Is(
        """
        await Make(() => ConnectorRegistration.Update()).SendAsync();
        """,
        """
        0:
          create UpdateConnectorRegistration from  with
          temp = Request
          -> 1
        1:
          temp = temp
          -> 2
        2:
          escape temp
          make Unknown
          send Unknown with
          end
        """,
        "static T Make<T>(Func<T> make) => make();");

    [Fact]
    public void A_call_writes_what_its_lambda_argument_writes() => Lowered.Is(
        """
        var token = ""; With(() => token = Next()); await ConnectorRegistration.Update(label).WithClientToken(token).SendAsync();
        """,
        """
        0:
          token = ""
          make Unknown
          use Unknown
          call() * writes token
          create UpdateConnectorRegistration from  with ConnectorLabel = label
          create UpdateConnectorRegistration from Request with ClientToken = token
          send Request with
          end
        """,
        "static void With(Action set) => set();");

    [Fact]
    public void A_local_function_is_lowered_where_it_is_called() => Lowered.Is(
        """
        await Send(ConnectorRegistration.Update(label)); static Task Send(UpdateConnectorRegistrationRequest request) => request.SendAsync();
        """,
        """
        0:
          create UpdateConnectorRegistration from  with ConnectorLabel = label
          request = Request
          send request with
          temp = Task
          -> 1
        1:
          await temp
          end
        """);

    [Fact]
    public void A_local_function_with_a_recursive_tail_call_is_a_loop() => Lowered.Is(
        """
        await Try(0); async Task Try(int n) { try { await ConnectorRegistration.Update(label).SendAsync(); } catch (AppFlowException) { await Try(n + 1); } }
        """,
        """
        0:
          n = 0
          -> 1
        1:
          round of Try
          -> 2
        2 (catch 3):
          create UpdateConnectorRegistration from  with ConnectorLabel = label
          send Request with
          -> 4
        3:
          FailureIs:AppFlow.Fluent.AppFlowException(Failure) ? 5 : 6
        4:
          end
        5:
          n = Pure:Add(n, 1)
          again Try
          -> 1
        6:
          throw Failure
        """);

    [Fact]
    public void An_uncalled_function_is_lowered_separately() => Lowered.Is(
        """
        await ConnectorRegistration.Update(label).SendAsync(); Task Never(UpdateConnectorRegistrationRequest request) => request.SendAsync();
        """,
        """
        0:
          make Unknown
          Unknown ? 1 : 2
        1:
          make Unknown
          request = Unknown
          send request with
          temp = Task
          -> 3
        2:
          create UpdateConnectorRegistration from  with ConnectorLabel = label
          send Request with
          end
        3:
          end
        """);

    [Fact]
    public void A_lambda_for_each_item_is_a_loop() => Lowered.Is(
        """
        list.ForEach(one => ConnectorRegistration.Update(one).SendAsync());
        """,
        """
        0:
          Not(IsEmpty(list)) ? 1 : 2
        1:
          round of lambda
          make Item
          one = Item
          create UpdateConnectorRegistration from  with ConnectorLabel = one
          send Request with
          -> 3
        2:
          end
        3:
          make Unknown
          Unknown ? 4 : 2
        4:
          again lambda
          -> 1
        """);

    [Fact]
    public void A_lambda_in_a_local_is_lowered_where_it_is_called() => Lowered.Is(
        """
        var r = ConnectorRegistration.Update(); Action set = () => r = r.WithConnectorLabel(label); set(); await r.SendAsync();
        """,
        """
        0:
          create UpdateConnectorRegistration from  with
          r = Request
          create UpdateConnectorRegistration from r with ConnectorLabel = label
          r = Request
          -> 1
        1:
          send r with
          end
        """);

    [Fact]
    public void A_method_runs_its_lambda_argument() => Lowered.Is(
        """
        await Retry(() => ConnectorRegistration.Update(label).SendAsync());
        """,
        """
        0:
          round of while
          -> 1
        1 (catch 2):
          create UpdateConnectorRegistration from  with ConnectorLabel = label
          send Request with
          temp = Task
          -> 3
        2:
          again while
          -> 0
        3 (catch 2):
          await temp
          -> 4
        4:
          end
        """,
        "static async Task Retry(Func<Task> run) { while (true) { try { await run(); return; } catch (Exception) { } } }");

    [Fact]
    public void Variables_that_a_stored_lambda_writes_are_unknown() => Lowered.Is(
        """
        var token = ""; Changed += () => token = Next(); await ConnectorRegistration.Update(label).WithClientToken(token).SendAsync();
        """,
        """
        0:
          use Member:C.Changed(this)
          make Unknown
          use Unknown
          make Unknown
          create UpdateConnectorRegistration from  with ConnectorLabel = label
          make Unknown
          create UpdateConnectorRegistration from Request with ClientToken = Unknown
          send Request with
          end
        """,
        "event Action? Changed;");

    [Fact]
    public void An_exception_assertion_runs_nothing_here() => Lowered.Is(
        """
        Assert.Throws<Exception>(() => ConnectorRegistration.Update().SendAsync()); await ConnectorRegistration.Update(label).SendAsync();
        """,
        """
        0:
          make Unknown
          create UpdateConnectorRegistration from  with ConnectorLabel = label
          send Request with
          end
        """,
        "static class Assert { public static void Throws<T>(Action run) { } }");

    [Fact]
    public void An_expression_tree_sends_nothing() => Lowered.Is(
        """
        Setup(() => ConnectorRegistration.Update().SendAsync(default)); await ConnectorRegistration.Update(label).SendAsync();
        """,
        """
        0:
          make Unknown
          call(Unknown) *
          create UpdateConnectorRegistration from  with ConnectorLabel = label
          send Request with
          end
        """,
        "static void Setup(System.Linq.Expressions.Expression<Func<Task>> call) { }");
}
