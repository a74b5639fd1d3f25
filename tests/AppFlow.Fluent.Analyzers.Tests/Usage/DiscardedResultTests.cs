using AppFlow.Fluent.Analyzers.Tests.Verification;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Usage;

public sealed class DiscardedResultTests
{
    [Theory]
    [InlineData("""var r = ConnectorRegistration.Update("orders"); r.{|AFF4001:WithDescription|}("x"); await r.SendAsync();""")]
    public Task A_With_as_a_statement_is_flagged(string statements) => Verify.BodyAsync(statements);

    [Theory]
    [InlineData("""var r = ConnectorRegistration.Update("orders"); _ = r.WithDescription("x"); await r.SendAsync();""")]
    public Task A_discard_is_the_authors_word(string statements) => Verify.BodyAsync(statements);

    [Fact]
    public Task The_message_says_that_nothing_is_set() => Verify.MessageAsync(
        "AFF4001",
        "Requests are immutable: WithDescription returns a new request, which is discarded here, so nothing is set. Use the result.",
        """var r = ConnectorRegistration.Update("orders"); r.{|#0:WithDescription|}("x"); await r.SendAsync();""");
}
