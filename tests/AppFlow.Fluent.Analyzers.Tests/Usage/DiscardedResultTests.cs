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
    [InlineData("""Action<UpdateConnectorRegistrationRequest> set = x => x.{|AFF4001:WithDescription|}("x"); set(r);""")]
    [InlineData("""new List<UpdateConnectorRegistrationRequest> { r }.ForEach(x => x.{|AFF4001:WithOperationId|}("release-42"));""")]
    [InlineData("""Run(() => r.{|AFF4001:WithDescription|}(label)); static void Run(Action act) => act();""")]
    [InlineData("""Func<Task> set = async () => { await Task.Yield(); r.{|AFF4001:WithDescription|}("x"); }; await set();""")]
    [InlineData("""ConnectorRegistration.{|AFF4001:Update|}("orders");""")]
    [InlineData("""Action begin = () => ConnectorRegistration.{|AFF4001:Register|}(label); begin();""")]
    [InlineData("""ConnectorRegistration.List().{|AFF4001:EnumerateAsync|}(client, cancellationToken);""")]
    [InlineData("""var all = ConnectorRegistration.List().WithMaxResults(3); all?.{|AFF4001:EnumerateAsync|}();""")]
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
    [InlineData("""await r.WithDescription("x").SendAsync(client).ConfigureAwait(false);""")]
    [InlineData("""r.WithDescription("x").ToString();""")]
    [InlineData("""Console.WriteLine(r.WithDescription("x"));""")]
    [InlineData("""Func<object> make = () => r.WithDescription("x"); make();""")]
    [InlineData("""Assert.Throws<ArgumentException>(() => r.WithDescription(label));""")]
    [InlineData("""Assert.That(() => { r.WithDescription(label); }, Throws.Exception);""")]
    [InlineData("""Action act = () => r.WithDescription(label); act.Should().Throw<ArgumentException>();""")]
    [InlineData("""Act().Should().ThrowExactly<ArgumentException>(); Action Act() => null!; void Set() => r.WithDescription(label); Assert.Throws<ArgumentException>(Set);""")]
    [InlineData("""System.Linq.Expressions.Expression<Action> tree = () => r.WithDescription(label);""")]
    [InlineData("""await foreach (var connector in ConnectorRegistration.List().EnumerateAsync(client)) { }""")]
    [InlineData("""var pages = ConnectorRegistration.List().EnumerateAsync(client); _ = pages;""")]
    [InlineData("""_ = ConnectorRegistration.Update("orders");""")]
    [InlineData("""new Elsewhere.UpdateConnectorRegistrationRequest().WithDescription("x");""")]
    [InlineData("""Take(r.WithDescription("x")); static void Take(object o) { }""")]
    [InlineData("""if (r.WithDescription("x") == r) return;""")]
    [InlineData("""Make(); UpdateConnectorRegistrationRequest Make() => r.WithDescription("x");""")]
    [InlineData("""var stranger = Elsewhere.ConnectorRegistration.Update(); stranger.WithDescription("x"); await stranger.SendAsync();""")]
    [InlineData("""var text = new System.Text.StringBuilder(); text.Append("x"); WithNothing(r); static UpdateConnectorRegistrationRequest WithNothing(object o) => null!;""")]
    [InlineData("""r.Within(); r.without();""")]
    [InlineData("""WithLog(r); await WithSendAsync(r); static void WithLog(UpdateConnectorRegistrationRequest request) { } static async Task<UpdateConnectorRegistrationRequest> WithSendAsync(UpdateConnectorRegistrationRequest request) { await request.SendAsync(); return request; }""")]
    public Task A_used_or_discarded_result_is_silent(string statement) => Verify.FilesAsync(
        Verify.InMethod(Begin + statement + Send),
        OwnRequests.Doppelgangers,
        """
        public static class Others
        {
            public static UpdateConnectorRegistrationRequest Within(this UpdateConnectorRegistrationRequest r) => r;
            public static UpdateConnectorRegistrationRequest without(this UpdateConnectorRegistrationRequest r) => r;
        }
        """,
        Assertions.Source);

    [Fact]
    public Task A_member_of_an_extension_block_counts_as_an_extension() => Verify.FilesAsync("""
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

    [Theory]
    [InlineData("public Mutable WithName(string name) { Name = name; return this; }", "mine.WithName(\"a\");")]
    [InlineData("public Mutable WithName(string name) => name.Length == 0 ? throw new ArgumentException(name) : Set(name) ? this : (this); private bool Set(string name) => true;", "mine.WithName(\"a\");")]
    [InlineData("public Mutable WithName(string name) { try { Name = name; } finally { Console.WriteLine(name); } return this; }", "mine.WithName(\"a\");")]
    [InlineData("public Mutable WithName(params string[] names) { for (var i = 0; i < names.Length; i++) { Name += names[i]; } return this; }", "mine.WithName(\"a\");")]
    [InlineData("", "mine.WithLabel(\"a\"); Extensions.WithLabel(mine, \"b\");")]
    [InlineData("public Mutable WithName(string name) { Name = name; return this; }", "mine.WithTitle(\"a\");", "public static Mutable WithTitle(this Mutable mutable, string title) => mutable.WithName(title);")]
    public Task A_With_that_sets_its_receiver_is_silent(string member, string statements, string extension = "") => Verify.FilesAsync($$"""
        [FluentRequest]
        public sealed class Mutable
        {
            public string? Name { get; set; }
            {{member}}
            public Task SendAsync() => Task.CompletedTask;
        }

        public static class Extensions
        {
            public static Mutable WithLabel(this Mutable mutable, string label) { mutable.Name = label; return mutable; }
            {{extension}}
            public static Task Go(Mutable mine) { {{statements}} return mine.SendAsync(); }
        }
        """);

    [Theory]
    [InlineData("public Mine WithName(string name) => name == Name ? this : new Mine { Name = name };")]
    [InlineData("public Mine WithName(string name) { if (name == Name) { return this; } return new Mine { Name = name }; }")]
    [InlineData("public Mine WithName(string name) { Func<Mine> self = () => { return this; }; return new Mine { Name = name }; }")]
    public Task A_With_that_also_makes_a_new_request_is_flagged(string member) => Verify.FilesAsync($$"""
        [FluentRequest]
        public sealed class Mine
        {
            public string? Name { get; init; }
            {{member}}
            public Task SendAsync() => Task.CompletedTask;
        }

        public static class Uses
        {
            public static Task Go(Mine mine) { mine.{|AFF4001:WithName|}("a"); return mine.SendAsync(); }
        }
        """);

    [Fact]
    public Task The_class_of_the_request_may_discard_its_own_requests() => Verify.FilesAsync("""
        [FluentRequest]
        public sealed class Mine
        {
            public string? Name { get; init; }
            public Mine WithName(string name) => new Mine { Name = name };
            public void Check() => WithName("a");
            private static class Inner { public static void Check(Mine mine) { mine.WithName("b"); } }
        }

        public static class Uses { public static void Go(Mine mine) => mine.{|AFF4001:WithName|}("a"); }
        """);

    [Fact]
    public Task The_message_says_that_the_change_is_lost() => Verify.MessageAsync(
        "AFF4001",
        "Requests are immutable: WithDescription returns a new request, which is discarded here, so the change is lost. Use the result.",
        """var r = ConnectorRegistration.Update("orders"); r.{|#0:WithDescription|}("x"); await r.SendAsync();""");

    [Theory]
    [InlineData("""ConnectorRegistration.Update("orders").{|#0:WithDescription|}("x");""")]
    [InlineData("""ConnectorRegistration.{|#0:Update|}("orders");""")]
    public Task The_message_of_a_chain_that_starts_here_says_to_send_it(string statement) => Verify.MessageAsync(
        "AFF4001",
        "This request is built and never sent: the service never receives it. Call SendAsync on it.",
        statement);

    [Fact]
    public Task The_message_names_no_method_that_does_not_exist() => Verify.MessageAsync(
        "AFF4001",
        "This request is built and never sent: the service never receives it. Use the request.",
        """new Mine().{|#0:WithName|}("a");""",
        otherFiles: """
        [FluentRequest]
        public sealed record Mine { public string? Name { get; init; } public Mine WithName(string name) => this with { Name = name }; }
        """);

    [Fact]
    public Task The_message_about_pages_says_how_to_read_them() => Verify.MessageAsync(
        "AFF4001",
        "Nothing reads what EnumerateAsync returns: no page is requested from the service. Read it with await foreach.",
        """ConnectorRegistration.List().{|#0:EnumerateAsync|}(client);""");
}
