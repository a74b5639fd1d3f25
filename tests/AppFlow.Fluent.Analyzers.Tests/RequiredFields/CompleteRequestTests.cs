using AppFlow.Fluent.Analyzers.RequiredFields;
using AppFlow.Fluent.Analyzers.Tests.Verification;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.RequiredFields;

/// <summary>Graphs are dear: a body gets one only when its requests may lack something.</summary>
public sealed class CompleteRequestTests
{
    [Theory]
    [InlineData("""var r = ConnectorRegistration.Update("orders"); await r.SendAsync();""")]
    [InlineData("""var r = ConnectorRegistration.Update("orders"); if (condition) { r = r.WithDescription("x"); } await r.SendAsync();""")]
    [InlineData("""var t = ConnectorRegistration.Update().WithDescription("x"); foreach (var l in labels) { await t.WithConnectorLabel(l).SendAsync(); }""", 1)]
    [InlineData("""var t = ConnectorRegistration.Update("orders"); foreach (var l in labels) { await t.WithDescription(l).SendAsync(); }""")]
    [InlineData("""var a = ConnectorRegistration.Update("orders"); var b = a.WithDescription("x"); var c = b; await c.SendAsync(); b = c; await b.SendAsync();""")]
    [InlineData("""foreach (var r in new List<UpdateConnectorRegistrationRequest>()) { await r.SendAsync(); }""")]
    [InlineData("""var r = Make(); await r.WithDescription("x").SendAsync(); UpdateConnectorRegistrationRequest Make() => ConnectorRegistration.Update();""")]
    [InlineData("""Func<UpdateConnectorRegistrationRequest, Task> send = r => r.SendAsync(); await send(ConnectorRegistration.Update());""")]
    [InlineData("""await ConnectorRegistration.Update().{|AFF2001:SendAsync|}();""")]
    [InlineData("""var r = ConnectorRegistration.Update(); await r.{|AFF2001:SendAsync|}();""", 1)]
    [InlineData("""var r = ConnectorRegistration.Update("orders"); if (condition) { r = ConnectorRegistration.Update(); } await r.{|AFF2002:SendAsync|}();""", 1)]
    [InlineData("""await Send(ConnectorRegistration.Update()); Task Send(UpdateConnectorRegistrationRequest r) => r.{|AFF2001:SendAsync|}();""", 1)]
    [InlineData("""var r = ConnectorRegistration.Update("orders"); var s = r; (condition ? ref r : ref s) = ConnectorRegistration.Update(); await r.SendAsync();""", 1)]
    [InlineData("""UpdateConnectorRegistrationRequest r; r = ConnectorRegistration.Update(); var s = r; s = s.WithDescription("x"); await s.{|AFF2001:SendAsync|}();""", 1)]
    public async Task A_graph_is_asked_for_only_where_a_field_may_be_missing(string statements, int graphs = 0)
    {
        var compilation = LiveDiagnostics.Compile([("File.cs", Verify.InMethod(Unmarked(statements)))]);
        var analyzer = new RequiredFieldsAnalyzer();
        var found = await LiveDiagnostics.With(compilation, [analyzer]).GetAnalyzerDiagnosticsAsync();

        Assert.Equal(graphs, analyzer.Graphs.Asked);
        Assert.Equal(statements.Contains("{|", StringComparison.Ordinal) ? 1 : 0, found.Length);
        await Verify.BodyAsync(statements);
    }

    [Fact]
    public Task A_send_is_judged_once_where_another_of_the_body_needs_a_graph() => Verify.FilesAsync(
        Verify.InMethod("""await new OrderRequest { Count = 1 }.{|AFF2001:SendAsync|}(); var order = new OrderRequest(); await order.{|AFF2001:SendAsync|}();"""),
        OwnRequests.Order);

    private static string Unmarked(string statements) =>
        statements.Replace("{|AFF2001:", "", StringComparison.Ordinal).Replace("{|AFF2002:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal);
}
