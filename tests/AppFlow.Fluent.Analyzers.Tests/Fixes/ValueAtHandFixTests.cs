using AppFlow.Fluent.Analyzers.Tests.Verification;
using AppFlow.Fluent.CodeFixes.Fixes;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Fixes;

/// <summary>Which variable is used for a missing field: one that compiles at that place, or none.</summary>
public sealed class ValueAtHandFixTests
{
    private const string Send = "ConnectorRegistration.Update().{|AFF2001:SendAsync|}()";
    private const string Given = "ConnectorRegistration.Update().WithConnectorLabel(connectorLabel).SendAsync()";
    private const string Asked = "ConnectorRegistration.Update().WithConnectorLabel({|AFF3001:\"<connector label>\"|}).SendAsync()";

    [Theory]
    [InlineData("class C { Task M(string connectorLabel) => @; }")]
    [InlineData("class C { Task M(in string connectorLabel) => @; }")]
    [InlineData("class C { Func<Task> M(string connectorLabel) => () => @; }")]
    [InlineData("class C { Task M(string connectorLabel) { return Go(); Task Go() => @; } }")]
    [InlineData("class C { Task M(string s) { if (s is { Length: > 2 } connectorLabel) return @; return Task.CompletedTask; } }")]
    [InlineData("class C { Task M(Dictionary<string, string> d) { if (d.TryGetValue(\"a\", out var connectorLabel)) return @; return Task.CompletedTask; } }")]
    [InlineData("class C { async Task M(string[] all) { foreach (var connectorLabel in all) await @; } }")]
    [InlineData("class C { Task M(bool b) { string connectorLabel; if (b) connectorLabel = \"orders\"; else connectorLabel = \"returns\"; return @; } }")]
    [InlineData("class C(string connectorLabel) { Task M() => @; }")]
    [InlineData("class C { private const string ConnectorLabel = \"orders\"; static Task M(string connectorLabel) => @; }")]
    public Task A_usable_value_in_scope_is_used(string file) =>
        VerifyFix.FileAsync(file.Replace("@", Send, StringComparison.Ordinal), file.Replace("@", Given, StringComparison.Ordinal), SetMissingFields.EquivalenceKey);

    [Theory]
    [InlineData("class C { private readonly string _connectorLabel = \"orders\"; Task M() => @; }", "_connectorLabel")]
    [InlineData("class C { private static string ConnectorLabel => \"orders\"; static Task M() => @; }", "ConnectorLabel")]
    public Task A_member_with_that_name_is_used(string file, string member) => VerifyFix.FileAsync(
        file.Replace("@", Send, StringComparison.Ordinal),
        file.Replace("@", Given, StringComparison.Ordinal).Replace("(connectorLabel)", $"({member})", StringComparison.Ordinal),
        SetMissingFields.EquivalenceKey);

    [Theory]
    [InlineData("class C { Func<Task> M(string connectorLabel) => static () => @; }")]
    [InlineData("class C { Task M(string connectorLabel) { return Go(); static Task Go() => @; } }")]
    [InlineData("class C(string connectorLabel) { static Task M() => @; string N => connectorLabel; }")]
    [InlineData("class C { Task M(int i) { switch (i) { case 1: var connectorLabel = i.ToString(); Console.WriteLine(connectorLabel); break; default: return @; } return Task.CompletedTask; } }")]
    [InlineData("class C { Func<Task> M(in string connectorLabel) { return () => @; } }")]
    [InlineData("class C { Func<Task> M(ref string connectorLabel) { return () => @; } }")]
    [InlineData("class C { Func<Task> M(out string connectorLabel) { connectorLabel = \"orders\"; return () => @; } }")]
    [InlineData("class C { Task M(bool b) { string connectorLabel; if (b) connectorLabel = \"orders\"; return @; } }")]
    [InlineData("class C { Task M(string? connectorLabel) => @; }")]
    [InlineData("class C { Task M(object connectorLabel) => @; }")]
    [InlineData("class C { private readonly string _connectorLabel = \"orders\"; static Task M() => @; string N => _connectorLabel; }")]
    [InlineData("class C { async Task M() { await @; var connectorLabel = \"orders\"; Console.WriteLine(connectorLabel); } }")]
    [InlineData("class C { Task M() { var connectorLabel = \"\"; Console.WriteLine(connectorLabel); return @; } }")]
    public Task A_placeholder_replaces_an_unusable_value(string file)
    {
        var before = file.Replace("@", Send, StringComparison.Ordinal);
        return VerifyFix.FileAsync(before, file.Replace("@", Asked, StringComparison.Ordinal), SetMissingFields.EquivalenceKey, afterAll: before);
    }

    [Fact]
    public Task A_top_level_local_is_not_visible_in_a_type() => VerifyFix.ProgramAsync(
        """
        var connectorLabel = args[0];
        await ConnectorRegistration.Update().{|AFF2001:SendAsync|}();
        await ConnectorRegistration.Register(args[0]).WithLambda(args[1]).SendAsync();

        class C
        {
            public Task M(string label) => ConnectorRegistration.Update().{|AFF2001:SendAsync|}();
        }
        """,
        """
        var connectorLabel = args[0];
        await ConnectorRegistration.Update().WithConnectorLabel(connectorLabel).SendAsync();
        await ConnectorRegistration.Register(args[0]).WithLambda(args[1]).SendAsync();

        class C
        {
            public Task M(string label) => ConnectorRegistration.Update().WithConnectorLabel(label).SendAsync();
        }
        """,
        SetMissingFields.EquivalenceKey);

    [Fact]
    public Task A_config_of_the_fields_own_type_is_used() => VerifyFix.BodyAsync(
        "var connectorProvisioningConfig = ConnectorProvisioningConfig.ForLambda(label); await ConnectorRegistration.Register(label).{|AFF2001:SendAsync|}();",
        "var connectorProvisioningConfig = ConnectorProvisioningConfig.ForLambda(label); await ConnectorRegistration.Register(label).WithConnectorProvisioningConfig(connectorProvisioningConfig).SendAsync();",
        SetMissingFields.EquivalenceKey);

    [Fact]
    public Task A_placeholder_is_set_at_creation_and_overwritten_by_the_path_with_a_value() => VerifyFix.FileAsync(
        """
        class C
        {
            public async Task M(bool b)
            {
                var r = ConnectorRegistration.Update();
                if (b) r = r.WithConnectorLabel("one");
                await r.{|AFF2002:SendAsync|}();
            }
        }
        """,
        """
        class C
        {
            public async Task M(bool b)
            {
                var r = ConnectorRegistration.Update().WithConnectorLabel({|AFF3001:"<connector label>"|});
                if (b) r = r.WithConnectorLabel("one");
                await r.SendAsync();
            }
        }
        """,
        SetMissingFields.EquivalenceKey,
        afterAll: """
        class C
        {
            public async Task M(bool b)
            {
                var r = ConnectorRegistration.Update();
                if (b) r = r.WithConnectorLabel("one");
                await r.{|AFF2002:SendAsync|}();
            }
        }
        """);
}
