using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Lowering;

/// <summary>Tuples as terms: a local has a variable for each part.</summary>
public class TupleLoweringTests
{
    [Fact]
    public void A_tuple_in_a_local_is_a_variable_for_each_part() => Lowered.Is(
        """
        var state = (Request: ConnectorRegistration.Update(), Count: 1);
        state.Count = 2;
        await state.Request.SendAsync();
        """,
        """
        0:
          create UpdateConnectorRegistration from  with
          state.Request = Request
          state.Count = 1
          state.Count = 2
          send state.Request with
          end
        """);
}
