using AppFlow.Fluent.Analyzers.Tests.Verification;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Usage;

public sealed class DiscardedResultTests
{
    private const string Begin = """var r = ConnectorRegistration.Update("orders"); """;
    private const string Send = " await r.SendAsync(client);";

    [Theory]
    [InlineData("""r.{|AFF4001:WithDescription|}("x");""")]
    [InlineData("""r.WithDescription("x").{|AFF4001:WithLambda|}(label);""")]
    [InlineData("""r?.{|AFF4001:WithDescription|}("x");""")]
    [InlineData("""r?.WithDescription("x")?.{|AFF4001:WithLambda|}(label);""")]
    [InlineData("""r!.{|AFF4001:WithDescription|}("x");""")]
    [InlineData("""r.{|AFF4001:WithTeam|}("a");""")]
    [InlineData("""OrderExtensions.{|AFF4001:WithTeam|}(r, "a");""")]
    [InlineData("""r.{|AFF4001:WithTrace|}();""")]
    [InlineData("""{|AFF4001:WithOwner|}(r, "a"); static UpdateConnectorRegistrationRequest WithOwner(UpdateConnectorRegistrationRequest request, string owner) => request;""")]
    [InlineData("""{|AFF4001:WithNewLabel|}(r); static RegisterConnectorRequest WithNewLabel(UpdateConnectorRegistrationRequest request) => ConnectorRegistration.Register(request.ConnectorLabel!);""")]
    [InlineData("""ConnectorRegistration.Update("a1").{|AFF4001:WithDescription|}("x");""")]
    [InlineData("""if (condition) r.{|AFF4001:WithDescription|}("x"); else r.{|AFF4001:WithDescription|}("y");""")]
    [InlineData("""for (var i = 0; i < 2; r.{|AFF4001:WithDescription|}("x")) i++;""")]
    [InlineData("""Action set = () => { r.{|AFF4001:WithDescription|}("x"); }; set();""")]
    [InlineData("""Set(); void Set() => r.{|AFF4001:WithDescription|}("x");""")]
    [InlineData("""new OrderRequest("ann").WithNote("").{|AFF4001:WithTags|}("a");""")]
    [InlineData("""Make().{|AFF4001:WithDescription|}("x"); UpdateConnectorRegistrationRequest Make() => r;""")]
    public Task A_With_as_a_statement_is_flagged(string statement) =>
        Verify.FilesAsync(Verify.InMethod(Begin + statement + Send), OwnRequests.Order);

    [Theory]
    [InlineData("""_ = r.WithDescription("x");""")]
    [InlineData("""r = r.WithDescription("x");""")]
    [InlineData("""var s = r.WithDescription("x"); await s.SendAsync(client);""")]
    [InlineData("""await r.WithDescription("x").SendAsync(client);""")]
    [InlineData("""_ = r.WithDescription("x").SendAsync(client);""")]
    [InlineData("""r.WithDescription("x").SendAsync(client);""")]
    [InlineData("""r.WithDescription("x").ToString();""")]
    [InlineData("""Console.WriteLine(r.WithDescription("x"));""")]
    [InlineData("""Func<object> make = () => r.WithDescription("x"); make();""")]
    [InlineData("""Throws(() => r.WithDescription(label)); static void Throws(Action act) => act();""")]
    [InlineData("""Take(r.WithDescription("x")); static void Take(object o) { }""")]
    [InlineData("""if (r.WithDescription("x") == r) return;""")]
    [InlineData("""Make(); UpdateConnectorRegistrationRequest Make() => r.WithDescription("x");""")]
    [InlineData("""var stranger = Elsewhere.ConnectorRegistration.Update(); stranger.WithDescription("x"); await stranger.SendAsync();""")]
    [InlineData("""var text = new System.Text.StringBuilder(); text.Append("x"); WithNothing(r); static UpdateConnectorRegistrationRequest WithNothing(object o) => null!;""")]
    [InlineData("""r.Within(); r.without();""")]
    [InlineData("""WithLog(r); await WithSendAsync(r); static void WithLog(UpdateConnectorRegistrationRequest request) { } static async Task<UpdateConnectorRegistrationRequest> WithSendAsync(UpdateConnectorRegistrationRequest request) { await request.SendAsync(); return request; }""")]
    public Task What_is_used_or_a_discard_is_silent(string statement) => Verify.FilesAsync(
        Verify.InMethod(Begin + statement + Send),
        OwnRequests.Doppelgangers,
        """
        public static class Others
        {
            public static UpdateConnectorRegistrationRequest Within(this UpdateConnectorRegistrationRequest r) => r;
            public static UpdateConnectorRegistrationRequest without(this UpdateConnectorRegistrationRequest r) => r;
        }
        """);

    [Fact]
    public Task An_extension_block_counts_as_an_extension_does() => Verify.FilesAsync("""
        public static class Teams
        {
            extension(UpdateConnectorRegistrationRequest request)
            {
                public UpdateConnectorRegistrationRequest WithSquad(string squad) => request.WithDescription(squad);
            }

            public static Task Go(UpdateConnectorRegistrationRequest r, AppFlowClient client)
            {
                r.{|AFF4001:WithSquad|}("a");
                return r.WithSquad("b").SendAsync(client);
            }
        }
        """);

    [Fact]
    public Task Expression_bodied_members_are_statements() => Verify.FilesAsync("""
        public sealed class Holder
        {
            private UpdateConnectorRegistrationRequest _request = ConnectorRegistration.Update("orders");
            public Holder() => _request.{|AFF4001:WithDescription|}("x");
            public void Describe(string text) => _request.{|AFF4001:WithDescription|}(text);
            public string Text { set => _request.{|AFF4001:WithDescription|}(value); }
            public UpdateConnectorRegistrationRequest Described(string text) => _request.WithDescription(text);
        }
        """);

    [Fact]
    public Task Generated_code_is_silent() => Verify.FilesAsync("""
        // <auto-generated/>
        public static class G { public static void Go(UpdateConnectorRegistrationRequest r) { r.WithDescription("x"); } }
        """);

    [Fact]
    public Task The_message_says_that_nothing_is_set() => Verify.MessageAsync(
        "AFF4001",
        "Requests are immutable: WithDescription returns a new request, which is discarded here, so nothing is set. Use the result.",
        """var r = ConnectorRegistration.Update("orders"); r.{|#0:WithDescription|}("x"); await r.SendAsync();""");
}
