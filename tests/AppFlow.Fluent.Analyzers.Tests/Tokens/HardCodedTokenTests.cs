using AppFlow.Fluent.Analyzers.Tests.Verification;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Tokens;

public sealed class HardCodedTokenTests
{
    private const string Members = """
        const string Const = "a";
        static readonly string StaticReadonly = "a";
        static readonly string ReassignedInConstructor = "a";
        static readonly string FromEnvironment = Environment.MachineName;
        readonly string _instance = "a";
        static C() => C.ReassignedInConstructor = "b";
        static string Method() => "a";
        static void Change(ref string text) => text = "b";
        """;

    [Theory]
    [InlineData("""{|AFF1003:"a"|}""")]
    [InlineData("""{|AFF1003:"a" + "b"|}""")]
    [InlineData("""{|AFF1003:$"a{Const}"|}""")]
    [InlineData("{|AFF1003:nameof(label)|}")]
    [InlineData("{|AFF1003:Const|}")]
    [InlineData("{|AFF1003:StaticReadonly|}")]
    [InlineData("{|AFF1003:StaticReadonly + 1|}")]
    [InlineData("""condition ? {|AFF1003:"a"|} : {|AFF1003:"b"|}""")]
    [InlineData("""clientToken: {|AFF1003:"a"|}""")]
    [InlineData("""label switch { "x" => {|AFF1003:"a"|}, _ => {|AFF1003:"b"|} }""")]
    public Task A_hard_coded_token_is_flagged(string token) =>
        Verify.BodyAsync($"await ConnectorRegistration.Update(label).WithClientToken({token}).SendAsync();", Members);

    [Theory]
    [InlineData("""var token = "a";""")]
    [InlineData("""const string token = "a";""")]
    [InlineData("""var other = Const; var token = other + "b";""")]
    [InlineData("""var token = condition ? "a" : "b";""")]
    public Task A_local_that_never_changes_is_hard_coded(string declaration) => Verify.BodyAsync(
        declaration + "\nawait ConnectorRegistration.Update(label).WithClientToken({|AFF1003:token|}).SendAsync();", Members);

    [Theory]
    [InlineData("label")]
    [InlineData("Method()")]
    [InlineData("_instance")]
    [InlineData("ReassignedInConstructor")]
    [InlineData("FromEnvironment")]
    [InlineData("Guid.NewGuid().ToString()")]
    [InlineData("ClientToken.New()")]
    [InlineData("""condition ? "a" : label""")]
    [InlineData("""label ?? "a" """)]
    [InlineData("""label switch { "x" => "a", _ => label }""")]
    [InlineData("""$"a{label}" """)]
    [InlineData("""$"{1,5}{label}" """)]
    [InlineData("""string.Concat("a", "b")""")]
    [InlineData("""labels[0]""")]
    [InlineData("""Environment.GetEnvironmentVariable("TOKEN") ?? "a" """)]
    [InlineData("""new string('a', 3)""")]
    public Task A_token_that_is_created_at_run_time_is_silent(string token) =>
        Verify.BodyAsync($"await ConnectorRegistration.Update(label).WithClientToken({token}).SendAsync();", Members);

    [Theory]
    [InlineData("""var token = "a"; token = label;""")]
    [InlineData("""string token; token = "a";""")]
    [InlineData("""var token = "a"; Change(ref token);""")]
    [InlineData("""var token = "a"; (token, _) = (label, 1);""")]
    [InlineData("""var token = "a"; void Set() => token = label; Set();""")]
    [InlineData("""if (labels is not [var token]) return;""")]
    [InlineData("""labels.ToDictionary(l => l).TryGetValue("a", out var token);""")]
    public Task A_local_that_may_change_is_silent(string declaration) => Verify.BodyAsync(
        declaration + "\nawait ConnectorRegistration.Update(label).WithClientToken(token!).SendAsync();", Members);

    [Fact]
    public Task Continuing_a_failed_call_is_silent() => Verify.BodyAsync(
        """
        var request = ConnectorRegistration.Update(label);
        try
        {
            await request.SendAsync();
        }
        catch (AppFlowException e) when (e.IsRetryable)
        {
            await request.WithClientToken(e.ClientToken!).SendAsync();
        }
        """);

    [Theory]
    [InlineData("""var r = ConnectorRegistration.Update(label); r.{|AFF4001:WithClientToken|}("a"); await r.SendAsync();""")]
    [InlineData("""var r = ConnectorRegistration.Update(label); Action f = () => r.{|AFF4001:WithClientToken|}("a"); f(); await r.SendAsync();""")]
    [InlineData("""Console.WriteLine(ConnectorRegistration.Update(label).WithClientToken("a"));""")]
    public Task A_token_of_an_unsent_request_does_not_count(string statements) => Verify.BodyAsync(statements);

    [Fact]
    public Task The_message_says_the_consequence_and_the_fix() => Verify.MessageAsync(
        "AFF1003",
        "The client token \"release-42\" is hard-coded: within 8 hours every run of the program is the same call to the service, which applies it once. "
            + "Leave the token out, or call WithOperationId.",
        """await ConnectorRegistration.Update(label).WithClientToken({|#0:"release-42"|}).SendAsync();""");
}
