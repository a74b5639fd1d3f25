using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Lowering;

/// <summary>Handlers, their tests, and finally blocks.</summary>
public class HandlerLoweringTests
{
    [Fact]
    public void A_retry_loop_repeats_through_its_handler() => Lowered.Is(
        """
        for (var attempt = 0; ; attempt++) { try { await ConnectorRegistration.Update(label).SendAsync(); return; } catch (AppFlowException e) when (!e.MayHaveBeenApplied && attempt < 3) { await Task.Delay(1); } }
        """,
        """
        0:
          attempt = 0
          -> 1
        1:
          round of for
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
          e = Failure
          Not(FailureIs:NotApplied(e)) ? 6 : 7
        6:
          throw Failure
        7:
          Less(attempt, 3) ? 8 : 6
        8:
          make Unknown
          -> 9
        9:
          attempt = Pure:Add(attempt, 1)
          again for
          -> 1
        """);

    [Fact]
    public void A_finally_runs_at_each_exit() => Lowered.Is(
        """
        try { if (flag) return; await ConnectorRegistration.Update(label).SendAsync(); } finally { list.Clear(); }
        """,
        """
        0:
          flag ? 1 : 2
        1:
          call(list)
          end
        2 (catch 3):
          create UpdateConnectorRegistration from  with ConnectorLabel = label
          send Request with
          -> 4
        3:
          call(list)
          throw Failure
        4:
          call(list)
          -> 5
        5:
          end
        """);

    [Fact]
    public void A_failure_is_tested_and_rethrown() => Lowered.Is(
        """
        try { await ConnectorRegistration.Update(label).SendAsync(); } catch (Exception e) { if (e is ConflictException || e is AppFlowException { ErrorCode: "x" }) throw; }
        """,
        """
        0 (catch 1):
          create UpdateConnectorRegistration from  with ConnectorLabel = label
          send Request with
          -> 2
        1:
          e = Failure
          FailureIs:AppFlow.Fluent.ConflictException(e) ? 3 : 4
        2:
          end
        3:
          throw Failure
        4:
          And(FailureIs:AppFlow.Fluent.AppFlowException(e), FailureIs:ErrorCode(x)(e)) ? 3 : 2
        """);

    [Fact]
    public void A_handler_that_reads_the_token_continues_the_call() => Lowered.Is(
        """
        var r = ConnectorRegistration.Update(label); try { await r.SendAsync(); } catch (AppFlowException e) { Console.WriteLine(e.ClientToken); await r.WithClientToken(e.ClientToken!).SendAsync(); }
        """,
        """
        0:
          create UpdateConnectorRegistration from  with ConnectorLabel = label
          r = Request
          -> 1
        1 (catch 2):
          send r with
          -> 3
        2:
          FailureIs:AppFlow.Fluent.AppFlowException(Failure) ? 4 : 5
        3:
          end
        4:
          e = Failure
          use StableMember:AppFlow.Fluent.AppFlowException.ClientToken(e)
          continue e
          create UpdateConnectorRegistration from r with ClientToken = StableMember:AppFlow.Fluent.AppFlowException.ClientToken(e)
          send Request with
          -> 3
        5:
          throw Failure
        """);

    [Fact]
    public void The_state_of_a_task_can_be_read_in_several_ways() => Lowered.Is(
        """
        var call = ConnectorRegistration.Update(label).SendAsync(); await Task.WhenAny(call); if (call.IsCompletedSuccessfully || call.Exception is null || call.Status == TaskStatus.Faulted) return;
        """,
        """
        0:
          create UpdateConnectorRegistration from  with ConnectorLabel = label
          send Request with
          call = Task
          make Unknown
          Succeeded(call) ? 1 : 2
        1:
          end
        2:
          Not(Failed(call)) ? 1 : 3
        3:
          Failed(call) ? 1 : 4
        4:
          end
        """);

    [Fact]
    public void A_call_that_never_returns_ends_the_path() => Lowered.Is(
        """
        if (other is null) Fail(); ArgumentNullException.ThrowIfNull(Name); if (flag) Environment.Exit(1); await ConnectorRegistration.Update(label).SendAsync();
        """,
        """
        0:
          Equal(other, null) ? 1 : 2
        1:
          throw
        2:
          use Member:C.Name(this)
          Equal(Member:C.Name(this), null) ? 3 : 4
        3:
          throw
        4:
          call(Member:C.Name(this))
          flag ? 5 : 6
        5:
          throw
        6:
          create UpdateConnectorRegistration from  with ConnectorLabel = label
          send Request with
          end
        """,
        "static void Fail() { Console.WriteLine(); throw new InvalidOperationException(); }");
}
