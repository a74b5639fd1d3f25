using AppFlow.Fluent.Analyzers.Tests.Verification;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.RequiredFields;

public sealed class BlankValueTests
{
    private const string Constants = """
        public static class Labels
        {
            public const string None = "";
            public const string? Missing = null;
            public static readonly string Blank = " " + "\t";
            public static readonly string Assigned = "";
            static Labels() => Assigned = Environment.MachineName;
            public static string Settable = "";
            public static string Computed => "";
        }
        """;

    [Theory]
    [InlineData("""await ConnectorRegistration.Update({|AFF2003:""|}).SendAsync(client);""")]
    [InlineData("""await ConnectorRegistration.Update(connectorLabel: {|AFF2003:" "|}).SendAsync(client);""")]
    [InlineData("await ConnectorRegistration.Update({|AFF2003:null!|}).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update({|AFF2003:default!|}).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Unregister({|AFF2003:string.Empty|}).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Describe({|AFF2003:Labels.None|}).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Register({|AFF2003:Labels.Blank|}).WithLambda(label).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Register(label).WithLambda({|AFF2003:\"\"|}).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Register(label).WithConnectorProvisioningConfig({|AFF2003:null!|}).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Register(label).WithConnectorProvisioningConfig(ConnectorProvisioningConfig.ForLambda({|AFF2003:\" \"|})).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(condition ? {|AFF2003:\"\"|} : {|AFF2003:\" \"|}).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(condition ? \"orders\" : {|AFF2003:null!|}).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(Labels.Missing ?? {|AFF2003:\"\"|}).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(labels.Length switch { 0 => {|AFF2003:\"\"|}, _ => \"orders\" }).SendAsync(client);")]
    [InlineData("var none = \"\"; await ConnectorRegistration.Update({|AFF2003:none|}).SendAsync(client);")]
    [InlineData("const string none = $\"{Labels.None} \"; await ConnectorRegistration.Update({|AFF2003:none|}).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update({|AFF2003:(\"\")|}).SendAsync(client);")]
    [InlineData("await new OrderRequest({|AFF2003:\"\"|}).WithNote(\"\").SendAsync();")]
    [InlineData("await (new OrderRequest(\"ann\").WithNote(\"\") with { Customer = {|AFF2003:\" \"|} }).SendAsync();")]
    [InlineData("await new OrderRequest().WithNote({|AFF2003:null|}).WithCustomer({|AFF2003:\"\"|}).SendAsync();")]
    public Task Nothing_for_a_required_field_is_flagged(string statements) =>
        Verify.FilesAsync(Verify.InMethod(statements), Constants, OwnRequests.Order);

    [Theory]
    [InlineData("await ConnectorRegistration.Update(label).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(label!).SendAsync(client); await ConnectorRegistration.Update((label)).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(\"orders\").SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(label ?? \"\").SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(condition ? label : \"\").SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(Labels.Missing ?? \"orders\").SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(labels.Length switch { 0 => throw new InvalidOperationException(), _ => \"orders\" }).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(Labels.Assigned).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(Labels.Settable).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(Labels.Computed).SendAsync(client);")]
    [InlineData("var name = \"\"; if (condition) name = label; await ConnectorRegistration.Update(name).SendAsync(client);")]
    [InlineData("var name = \"\"; Set(out name); await ConnectorRegistration.Update(name).SendAsync(client); static void Set(out string s) => s = \"a\";")]
    [InlineData("await ConnectorRegistration.Update(label).WithDescription(\"\").SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(label).WithDescription(null!).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(label).WithTeam(\"\").SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update().WithConnectorLabel(\"\", \"orders\").SendAsync(client);")]
    [InlineData("await Elsewhere.ConnectorRegistration.Update(\"\").WithConnectorLabel(null!).SendAsync();")]
    [InlineData("var stranger = new Elsewhere.UpdateConnectorRegistrationRequest { ConnectorLabel = \"\" }; await stranger.SendAsync();")]
    [InlineData("await new OrderRequest(\"ann\").WithNote(\"\").SendAsync();")]
    [InlineData("await new OrderRequest(\"ann\") { Note = \" \", Free = \"\" }.SendAsync();")]
    [InlineData("await new OrderRequest(customer: label).WithNote(\"\").SendAsync();")]
    public Task Whatever_may_be_something_is_silent(string statements) =>
        Verify.FilesAsync(Verify.InMethod(statements), Constants, OwnRequests.Order, OwnRequests.Doppelgangers);

    [Fact]
    public Task A_part_of_a_field_that_is_not_required_is_refused_by_its_form() => Verify.BodyAsync(
        "await ConnectorRegistration.Update(label).WithLambda({|AFF3001:\"\"|}).SendAsync(client);");

    [Fact]
    public Task What_a_class_assigns_to_itself_is_its_own_affair() => Verify.FilesAsync("""
        using System.ComponentModel.DataAnnotations;

        [FluentRequest]
        public sealed class Mine
        {
            public Mine() { Name = ""; this.Name = null!; }
            [Required] public string Name { get; set; } = "";
        }
        """);

    [Fact]
    public Task A_property_that_is_set_later_counts_too() => Verify.FilesAsync("""
        using System.ComponentModel.DataAnnotations;

        [FluentRequest]
        public sealed class Mine
        {
            [Required] public string Name { get; set; } = "x";
            public static void Clear(Mine mine) => mine.Name = {|AFF2003:""|};
        }
        """);

    [Fact]
    public Task Generated_code_is_silent() => Verify.FilesAsync("""
        // <auto-generated/>
        public static class G { public static Task Go(AppFlowClient client) => ConnectorRegistration.Update("").SendAsync(client); }
        """);

    [Fact]
    public Task The_message_says_what_the_call_will_do() => Verify.MessageAsync(
        "AFF2003",
        "ConnectorLabel is required and must not be blank: the call throws an ArgumentException. Give the value that the service knows.",
        "await ConnectorRegistration.Update({|#0:\" \"|}).SendAsync(client);");

    [Fact]
    public Task The_message_names_the_part_and_null() => Verify.MessageAsync(
        "AFF2003",
        "LambdaArn is required and must not be null: the call throws an ArgumentException. Give the value that the service knows.",
        "await ConnectorRegistration.Register(label).WithLambda({|#0:null!|}).SendAsync(client);");
}
