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
            public static readonly string Read = "";
            public static readonly string Taken = "";
            private static readonly bool IsTaken = Take(out Taken!);
            static Labels() { Assigned = Environment.MachineName; new Dictionary<string, string>().TryGetValue("x", out Labels.Read!); }
            private static bool Take(out string value) { value = "orders"; return true; }
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
    [InlineData("await ConnectorRegistration.Update(condition ? {|AFF2003:\"\"|} : throw new InvalidOperationException()).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(Labels.Missing ?? throw new InvalidOperationException()).SendAsync(client); await ConnectorRegistration.Update({|AFF2003:Labels.Missing!|}).SendAsync(client);")]
    [InlineData("var none = condition ? \"\" : \"orders\"; await ConnectorRegistration.Update({|AFF2003:none|}).SendAsync(client);")]
    public Task A_missing_value_for_a_required_field_is_flagged(string statements) =>
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
    [InlineData("string name = \"\"; if (Map().TryGetValue(label, out name!)) await ConnectorRegistration.Update(name).SendAsync(client); Dictionary<string, string> Map() => [];")]
    [InlineData("string name = \"\"; Set(ref name!); await ConnectorRegistration.Update(name).SendAsync(client); static void Set(ref string s) => s = \"a\";")]
    [InlineData("string name = \"\"; (name!, var n) = (label, 1); await ConnectorRegistration.Update(name).SendAsync(client); Console.WriteLine(n);")]
    [InlineData("string name = \"\"; Action set = () => name = label; set(); await ConnectorRegistration.Update(name).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(Labels.Read).SendAsync(client); await ConnectorRegistration.Update(Labels.Taken).SendAsync(client);")]
    [InlineData("await new OrderRequest(\"ann\").WithNote(\"\").WithOptional().SendAsync(); await new OrderRequest(\"ann\").WithNote(\"\").WithOptional(null).SendAsync();")]
    [InlineData("Assert.Throws<ArgumentException>(() => ConnectorRegistration.Update(\"\"));")]
    [InlineData("await Assert.ThrowsAsync<ArgumentException>(() => ConnectorRegistration.Update(null!).SendAsync(client));")]
    [InlineData("Func<Task> act = () => ConnectorRegistration.Update(\"\").SendAsync(client); await act.Should().ThrowAsync<ArgumentException>();")]
    [InlineData("FluentActions.Invoking(() => { ConnectorRegistration.Update(\"\"); }).Should().Throw<ArgumentException>();")]
    [InlineData("var thrown = Record.Exception(() => { _ = ConnectorRegistration.Update(\"\"); }); Console.WriteLine(thrown);")]
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
    public Task A_value_that_may_be_usable_is_silent(string statements) =>
        Verify.FilesAsync(Verify.InMethod(statements), Constants, OwnRequests.Order, OwnRequests.Doppelgangers, Assertions.Source);

    [Theory]
    [InlineData("Assert.DoesNotThrow(() => _ = ConnectorRegistration.Update({|AFF2003:\"\"|}));")]
    [InlineData("Action act = () => _ = ConnectorRegistration.Update({|AFF2003:\"\"|}); act.Should().NotThrow();")]
    [InlineData("Action act = () => _ = ConnectorRegistration.Update({|AFF2003:\"\"|}); act();")]
    public Task Code_that_is_asserted_not_to_throw_is_judged(string statements) => Verify.FilesAsync(Verify.InMethod(statements), Assertions.Source);

    [Fact]
    public Task An_optional_part_of_a_field_is_refused_by_its_form() => Verify.BodyAsync(
        "await ConnectorRegistration.Update(label).WithLambda({|AFF3001:\"\"|}).SendAsync(client);");

    [Fact]
    public Task A_parameter_that_is_only_a_part_of_the_value_is_silent() => Verify.FilesAsync("""
        using System.ComponentModel.DataAnnotations;

        [FluentRequest]
        public sealed record Mine
        {
            [Required] public string? Name { get; init; }
            public Mine WithName(string suffix) => this with { Name = $"flow-{suffix}" };
            public Mine WithName(string prefix, string name) => this with { Name = prefix + name };
            public static Mine Make() => new();
            public static Mine Parts() => new Mine().WithName("").WithName("", "");
        }

        public static class Uses
        {
            public static Mine Part() => new Mine().WithName("");
            public static Mine Parts() => new Mine().WithName("", "");
        }
        """);

    [Theory]
    [InlineData("public Mine(string name) => Name = name;", "{ get; }")]
    [InlineData("public Mine(string name) { ArgumentNullException.ThrowIfNull(name); Name = (string)name!; }", "{ get; }")]
    [InlineData("public Mine(string name, string owner) => (Owner, Name) = (owner, name); public Mine(string name) : this(name, \"x\") { }", "{ get; }")]
    [InlineData("private Mine(Mine other) => _name = other.Name; public Mine(string name) => _name = name ?? throw new ArgumentNullException(nameof(name)); private readonly string? _name;", "=> _name;")]
    public Task A_constructor_that_forwards_the_value_is_judged(string constructors, string accessor) => Verify.FilesAsync($$"""
        using System.ComponentModel.DataAnnotations;

        [FluentRequest]
        public sealed class Mine
        {
            {{constructors}}
            [Required] public string? Name {{accessor}}
            public string? Owner { get; }
        }

        public static class Uses { public static Mine Make() => new Mine({|AFF2003:""|}); }
        """);

    [Fact]
    public Task A_positional_property_is_judged() => Verify.FilesAsync("""
        using System.ComponentModel.DataAnnotations;

        [FluentRequest]
        public sealed record Mine([property: Required] string Name, string Owner);

        public static class Uses { public static Mine Make() => new Mine({|AFF2003:" "|}, ""); }
        """);

    [Fact]
    public Task For_a_method_of_another_project_the_parameter_s_name_decides() => Verify.ProjectsAsync(
        """
        using System.ComponentModel.DataAnnotations;

        [FluentRequest]
        public sealed class Theirs
        {
            public Theirs(string customer, string prefix) => (Customer, Name) = (customer, prefix + "-order");
            [Required] public string? Customer { get; }
            [Required] public string? Name { get; private set; }
            public Theirs WithName(string suffix) => new(Customer!, suffix);
            public Theirs WithCustomer(string customer) => new(customer, Name!);
        }
        """,
        """
        public static class Uses
        {
            public static Theirs Make() => new Theirs({|AFF2003:""|}, "");
            public static Theirs Change(Theirs theirs) => theirs.WithName("").WithCustomer({|AFF2003:" "|});
        }
        """);

    [Fact]
    public Task A_value_that_the_initializer_overwrites_is_not_sent() => Verify.FilesAsync("""
        using System.ComponentModel.DataAnnotations;

        [FluentRequest]
        public sealed class Mine(string name)
        {
            [Required] public string? Name { get; set; } = name;
        }

        public static class Uses
        {
            public static Mine Overwritten() => new Mine("") { Name = "orders" };
            public static Mine Blank() => new Mine("orders") { Name = {|AFF2003:""|} };
        }
        """);

    [Fact]
    public Task A_class_s_assignments_to_itself_are_not_judged() => Verify.FilesAsync("""
        using System.ComponentModel.DataAnnotations;

        [FluentRequest]
        public sealed record Mine
        {
            public Mine() { Name = ""; this.Name = null!; }
            [Required] public string? Name { get; set; } = "";
            public Mine WithName(string? name) => this with { Name = name };
            public Mine Unnamed() => this with { Name = null };
            public static Mine Empty => new() { Name = "" };
            private sealed class Builder { public Mine Build() => new Mine().WithName(""); }
        }

        public static class Uses { public static Mine Unnamed(Mine mine) => mine with { Name = {|AFF2003:null|} }; }
        """);

    [Fact]
    public Task A_property_that_is_set_later_counts_too() => Verify.FilesAsync("""
        using System.ComponentModel.DataAnnotations;

        [FluentRequest]
        public sealed class Mine
        {
            [Required] public string Name { get; set; } = "x";
        }

        public static class Uses { public static void Clear(Mine mine) => mine.Name = {|AFF2003:""|}; }
        """);

    [Fact]
    public Task Generated_code_is_silent() => Verify.FilesAsync("""
        // <auto-generated/>
        public static class G { public static Task Go(AppFlowClient client) => ConnectorRegistration.Update("").SendAsync(client); }
        """);

    [Fact]
    public Task The_message_says_what_the_call_will_do() => Verify.MessageAsync(
        "AFF2003",
        "ConnectorLabel is required and must not be blank: the service would refuse it, so the call throws an ArgumentException. Call Update with a value.",
        "await ConnectorRegistration.Update({|#0:\" \"|}).SendAsync(client);");

    [Fact]
    public Task The_message_names_the_part_and_null() => Verify.MessageAsync(
        "AFF2003",
        "LambdaArn is required and must not be null: the service would refuse it, so the call throws an ArgumentException. Call WithLambda with a value.",
        "await ConnectorRegistration.Register(label).WithLambda({|#0:null!|}).SendAsync(client);");

    [Theory]
    [InlineData("Set Customer to a value.", "new OrderRequest { Note = \"\", Customer = {|#0:\"\"|} }")]
    [InlineData("Call WithCustomer with a value.", "new OrderRequest(\"ann\") { Note = \"\" }.WithCustomer({|#0:\"\"|})")]
    public Task The_message_about_a_user_s_own_request_mentions_no_exception(string advice, string request) => Verify.MessageAsync(
        "AFF2003",
        $"Customer is required and must not be empty: a request without a value for it is refused. {advice}",
        $"await {request}.SendAsync();",
        otherFiles: OwnRequests.Order);
}
