using AppFlow.Fluent.Analyzers.Rules;
using AppFlow.Fluent.Analyzers.Tests.Verification;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Bodies;

/// <summary>An analysis is expensive: only a body with a request is analysed, once for all rules.</summary>
public sealed class FlowBodiesTests
{
    [Theory]
    [InlineData("""Console.WriteLine("a"); foreach (var l in labels) { Console.WriteLine(l); }""", 0)]
    [InlineData("""var text = string.Join(",", labels); Console.WriteLine(text.Length);""", 0)]
    [InlineData("""await ConnectorRegistration.Update("orders").WithClientToken("a").SendAsync();""", 1)]
    [InlineData("""foreach (var l in labels) { await ConnectorRegistration.Update(l).SendAsync(); } await Send(); Task Send() => ConnectorRegistration.Update("orders").SendAsync();""", 1)]
    [InlineData("""var requests = labels.Select(l => { var request = ConnectorRegistration.Register(l); if (condition) { request = request.WithLambda(l); } return request; }).ToList();""", 0)]
    [InlineData("""var request = ConnectorRegistration.Register(label); if (condition) { request = request.WithLambda(label); } await request.SendAsync();""", 1)]
    [InlineData("""var none = ""; var requests = labels.Select(l => ConnectorRegistration.Update(l).WithConnectorLabel(none)).ToList();""", 0)]
    [InlineData("""var none = ""; await ConnectorRegistration.Update(label).WithConnectorLabel(none).SendAsync();""", 1)]
    public async Task A_body_is_analysed_once_and_only_where_it_has_a_request(string statements, int analysed)
    {
        var compilation = LiveDiagnostics.Compile([("File.cs", Verify.InMethod(statements))]);
        var analyzers = AllRules.Analyzers();
        await LiveDiagnostics.With(compilation, analyzers).GetAnalyzerDiagnosticsAsync();

        Assert.Equal(analysed, analyzers.OfType<ClientTokenAnalyzer>().Single().Bodies!.Analysed);
    }

    [Fact]
    public async Task A_body_is_searched_once_for_all_rules()
    {
        const string Members = """
            public sealed class Sends
            {
                public System.Threading.Tasks.Task One() => AppFlow.Fluent.ConnectorRegistration.Update("orders").WithClientToken("a").SendAsync();

                public void Two() => AppFlow.Fluent.ConnectorRegistration.Update("orders").WithDescription("b");

                public int Three(int number) => number + 1;
            }
            """;
        var compilation = LiveDiagnostics.Compile([("File.cs", Members)]);
        var analyzers = AllRules.Analyzers();
        await LiveDiagnostics.With(compilation, analyzers).GetAnalyzerDiagnosticsAsync();

        Assert.Equal(3, analyzers.OfType<ClientTokenAnalyzer>().Single().Bodies!.Looks.Made);
    }

    [Fact]
    public Task Each_send_of_a_body_is_judged_once() => Verify.FilesAsync(
        Verify.InMethod("""await new OrderRequest { Count = 1 }.{|AFF2001:SendAsync|}(); var order = new OrderRequest(); await order.{|AFF2001:SendAsync|}();"""),
        OwnRequests.Order);
}
