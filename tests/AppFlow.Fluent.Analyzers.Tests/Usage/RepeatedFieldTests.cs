using AppFlow.Fluent.Analyzers.Tests.Verification;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Usage;

public sealed class RepeatedFieldTests
{
    [Theory]
    [InlineData("""await ConnectorRegistration.{|AFF4003:Update|}("a1").WithConnectorLabel(label).SendAsync(client);""")]
    [InlineData("""await ConnectorRegistration.Update(label).{|AFF4003:WithDescription|}("a").WithDescription("b").SendAsync(client);""")]
    [InlineData("""await ConnectorRegistration.Update(label).{|AFF4003:WithDescription|}("a").{|AFF4003:WithDescription|}("b").WithDescription("c").SendAsync(client);""")]
    [InlineData("""await ConnectorRegistration.Update(label).{|AFF4003:WithLambda|}(label).WithDescription("b").WithConnectorProvisioningConfig(ConnectorProvisioningConfig.ForLambda(label)).SendAsync(client);""")]
    [InlineData("""await ConnectorRegistration.Register(label).{|AFF4003:WithConnectorProvisioningConfig|}(ConnectorProvisioningConfig.ForLambda(label)).WithLambda(label).SendAsync(client);""")]
    [InlineData("""await ConnectorRegistration.Update(label).{|AFF4003:WithClientToken|}(label).WithOperationId("release-42").SendAsync(client);""")]
    [InlineData("""await ConnectorRegistration.Update(label).{|AFF4003:WithOperationId|}("release-42").WithClientToken(label).SendAsync(client);""")]
    [InlineData("""await ConnectorRegistration.List().{|AFF4003:WithMaxResults|}(1).WithNextToken(label).WithMaxResults(2).SendAsync(client);""")]
    [InlineData("""var r = ConnectorRegistration.Update(label); await r.{|AFF4003:WithDescription|}("a").WithDescription("b").SendAsync(client);""")]
    [InlineData("""await (((ConnectorRegistration.Update(label).{|AFF4003:WithDescription|}("a")))!).WithDescription("b").SendAsync(client);""")]
    [InlineData("""_ = Load()?.{|AFF4003:WithDescription|}("a").WithDescription("b").SendAsync(client); static UpdateConnectorRegistrationRequest? Load() => null;""")]
    [InlineData("""await new OrderRequest("ann").WithNote("").{|AFF4003:WithWidth|}(1).WithWidth(2).SendAsync();""")]
    [InlineData("""await new OrderRequest("ann").WithNote("").{|AFF4003:WithWidth|}(1).WithSize(new Size()).SendAsync();""")]
    [InlineData("""await new OrderRequest("ann").{|AFF4003:WithNote|}("a").WithCount(1).WithNote("b").SendAsync();""")]
    [InlineData("""await ConnectorRegistration.Update("a1").WithTeam("a").{|AFF4003:WithDescription|}("b").WithDescription("c").SendAsync(client);""")]
    public Task A_field_set_twice_is_flagged_at_the_earlier_call(string statements) =>
        Verify.FilesAsync(Verify.InMethod(statements), OwnRequests.Order);

    [Theory]
    [InlineData("""await ConnectorRegistration.Update("a1").WithDescription("b").WithLambda(label).WithOperationId("c").SendAsync(client);""")]
    [InlineData("""await ConnectorRegistration.Unregister("a1").WithForceDelete().WithForceDelete().SendAsync(client);""")]
    [InlineData("""var r = ConnectorRegistration.Update("a1"); await r.WithConnectorLabel(label).SendAsync(client);""")]
    [InlineData("""var r = ConnectorRegistration.Update("a1").WithDescription("a"); r = r.WithDescription("b"); await r.SendAsync(client);""")]
    [InlineData("""await ConnectorRegistration.Update().WithConnectorLabel("a1").SendAsync(client);""")]
    [InlineData("""await ConnectorRegistration.Update(label).WithTeam("a").WithTeam("b").SendAsync(client);""")]
    [InlineData("""await ConnectorRegistration.Update(label).WithDescription("a").WithTeam("b").WithDescription("c").SendAsync(client);""")]
    [InlineData("""await ConnectorRegistration.Update(label).WithDescription("a").WithDescription(404).SendAsync(client);""")]
    [InlineData("""await ConnectorRegistration.Update(label).WithDescription(404).WithDescription("a").SendAsync(client);""")]
    [InlineData("""await new OrderRequest("ann").WithNote("").WithCustomer("bob").SendAsync();""")]
    [InlineData("""Assert.Throws<ArgumentException>(() => ConnectorRegistration.Update("a1").WithConnectorLabel("b1"));""")]
    [InlineData("""await ConnectorRegistration.Update(label).WithDescription("a").WithTrace().SendAsync(client);""")]
    [InlineData("""await new OrderRequest("ann").WithNote("").WithWidth(1).WithHeight(2).SendAsync();""")]
    [InlineData("""await new OrderRequest("ann").WithNote("").WithSize(new Size()).WithHeight(2).SendAsync();""")]
    [InlineData("""await new OrderRequest("ann").WithNote("").WithTags("a").WithTags("b").SendAsync();""")]
    [InlineData("""await new OrderRequest("ann").WithNote("").WithCode("AB").WithCode(code => code + "C").SendAsync();""")]
    [InlineData("""await new OrderRequest("ann").WithNote("").WithVip().WithVip().WithDefaults().WithDefaults().SendAsync();""")]
    [InlineData("""await Elsewhere.ConnectorRegistration.Update("a").WithConnectorLabel("b").WithConnectorLabel("c").SendAsync();""")]
    [InlineData("""await ConnectorRegistration.Update(ConnectorRegistration.Update("a1").ConnectorLabel!).WithDescription(ConnectorRegistration.Update("b1").WithDescription("x").Description!).SendAsync(client);""")]
    public Task A_call_that_loses_no_value_is_silent(string statements) =>
        Verify.FilesAsync(Verify.InMethod(statements), OwnRequests.Order, OwnRequests.Doppelgangers, Assertions.Source);

    [Fact]
    public Task Generated_code_is_silent() => Verify.FilesAsync("""
        // <auto-generated/>
        public static class G { public static object Go() => ConnectorRegistration.Update("a1").WithConnectorLabel("b1"); }
        """);

    [Theory]
    [InlineData("public string? Filter { get; init; } public Mine WithFilter(string key, string value) => this with { Filter = Filter is null ? key : Filter + key + value };")]
    [InlineData("public string? Filter { get; init; } public Mine WithFilter(string key, string value) => this with { Filter = this.Filter + key + value };")]
    [InlineData("public string? Filter { get; init; } public Mine WithFilter(string key, string value) => Filter is null ? this with { Filter = key } : throw new InvalidOperationException(value);")]
    [InlineData("public string? Filter { get; init; } public Mine WithFilter(string key, string value) => this with { Filter = Join(key + value) }; private string Join(string more) => Filter + more;")]
    [InlineData("private string? _filter; public string? Filter => _filter; public Mine WithFilter(string key, string value) => new() { _filter = _filter + key + value };")]
    [InlineData("private string? _filter; public string? Filter => _filter?.Trim(); public Mine WithFilter(string key, string value) => new() { _filter = _filter + key + value };")]
    [InlineData("public string? Filter { get; set; } public Mine WithFilter(string key, string value) { Filter += key + value; return this; }")]
    public Task A_setter_that_adds_to_the_existing_value_loses_nothing(string members) => Verify.FilesAsync($$"""
        [FluentRequest]
        public sealed record Mine
        {
            {{members}}
            public Task SendAsync() => Task.CompletedTask;
        }

        public static class Uses { public static Task Go() => new Mine().WithFilter("a", "1").WithFilter("b", "2").SendAsync(); }
        """);

    [Theory]
    [InlineData("public Mine WithFilter(string filter) => this with { Filter = filter };")]
    [InlineData("public Mine WithFilter(string filter) => new Mine { Filter = filter, Name = Name };")]
    [InlineData("public Mine WithFilter(string filter) { var copy = this with { Filter = filter }; Console.WriteLine(Name); return copy; }")]
    public Task A_setter_that_reads_other_fields_loses_the_first_value(string member) => Verify.FilesAsync($$"""
        [FluentRequest]
        public sealed record Mine
        {
            public string? Filter { get; init; }
            public string? Name { get; init; }
            {{member}}
            public Task SendAsync() => Task.CompletedTask;
            public Mine Own() => WithFilter("a").WithFilter("b");
        }

        public static class Uses { public static Task Go() => new Mine().{|AFF4003:WithFilter|}("a").WithFilter("b").SendAsync(); }
        """);

    [Fact]
    public Task A_value_that_another_field_is_derived_from_is_not_lost() => Verify.FilesAsync("""
        [FluentRequest]
        public sealed record Mine
        {
            public string? Name { get; init; }
            public string? Greeting { get; init; }
            public Mine WithName(string name) => this with { Name = name };
            public Mine WithGreeting() => this with { Greeting = "Hello " + Name };
            public Mine WithGreeting(string greeting) => this with { Greeting = greeting };
            public Task SendAsync() => Task.CompletedTask;
        }

        public static class Uses
        {
            public static Task Read() => new Mine().WithName("a").WithGreeting().WithName("b").SendAsync();
            public static Task Unread() => new Mine().{|AFF4003:WithName|}("a").WithGreeting("Hello").WithName("b").SendAsync();
        }
        """);

    [Fact]
    public Task A_setter_that_changes_its_receiver_loses_the_first_value_too() => Verify.FilesAsync("""
        [FluentRequest]
        public sealed class Mine
        {
            public string? Name { get; set; }
            public int Count { get; set; }
            public Mine WithName(string name) { Name = name; return this; }
            public Mine WithCount(int count) { Count = count; return this; }
            public Mine WithDefaults() { Count = 3; return this; }
            public Task SendAsync() => Task.CompletedTask;
        }

        public static class Uses
        {
            public static Task Named() => new Mine().{|AFF4003:WithName|}("a").WithCount(1).WithName("b").SendAsync();
            public static Task Counted() => new Mine().{|AFF4003:WithCount|}(1).WithDefaults().SendAsync();
        }
        """);

    [Fact]
    public Task The_message_suggests_one_of_two_With_calls() => Verify.MessageAsync(
        "AFF4003",
        "Description is set again by WithDescription later in this chain: this value is lost, because only the last one is sent. Remove one of the two calls.",
        """await ConnectorRegistration.Update(label).{|#0:WithDescription|}("a").WithDescription("b").SendAsync(client);""");

    [Fact]
    public Task The_message_names_the_field_and_the_later_call() => Verify.MessageAsync(
        "AFF4003",
        "ConnectorLabel is set again by WithConnectorLabel later in this chain: this value is lost, because only the last one is sent. Give the value here, or to WithConnectorLabel, not to both.",
        """await ConnectorRegistration.{|#0:Update|}("a1").WithConnectorLabel(label).SendAsync(client);""");
}
