using AppFlow.Fluent.Analyzers.Libraries;
using Microsoft.CodeAnalysis;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Libraries;

public sealed class WrapperTests
{
    private const string Own = """
        delegate Task Deploy(string label, [IdempotencyToken] string token);
        record Options([property: IdempotencyToken] string? Token = null, string? Name = null) { public int Attempt { get; init; } public string? Note { get; set; } }
        class Job { [IdempotencyToken] public string? Token { get; set; } public string? Name { get; set; } }
        class Inherited : Base { public override Task Run(string name, string token) => Task.CompletedTask; }
        abstract class Base { public abstract Task Run(string name, [IdempotencyToken] string token); }
        interface IRun { Task Go([IdempotencyToken] string token); }
        class Implemented : IRun { public Task Go(string token) => Task.CompletedTask; }
        class Indexed { public string this[[IdempotencyToken] string token, string name] { get => ""; set { } } }
        class Made([IdempotencyToken] string token, int size) { }
        class Plain { public Task Run(string token) => Task.CompletedTask; public string? Token { get; set; } }

        """;

    [Theory]
    [InlineData("deploy(\"orders\", text)", "Wrapper Deploy of Invoke with deploy label=\"orders\" token=text(Token)")]
    [InlineData("new Options(text, \"a\") { Attempt = 3, Note = \"n\" }", "Wrapper Options of .ctor Token=text(Token) Name=\"a\" Note=\"n\"")]
    [InlineData("new Options { Token = text }", "Wrapper Options of .ctor Token=text(Token)")]
    [InlineData("new Options(Name: text)", null)]
    [InlineData("options with { Token = text }", "Wrapper Options of Options Token=text(Token)")]
    [InlineData("options with { Name = text }", null)]
    [InlineData("new Job { Name = \"a\", Token = text }", "Wrapper Job of .ctor Name=\"a\" Token=text(Token)")]
    [InlineData("job.Token = text", "Wrapper Token of Token Token=text(Token)")]
    [InlineData("job.Name = text", null)]
    [InlineData("inherited.Run(\"a\", text)", "Wrapper Run of Run with inherited name=\"a\" token=text(Token)")]
    [InlineData("implemented.Go(text)", "Wrapper Go of Go with implemented token=text(Token)")]
    [InlineData("indexed[text, \"a\"]", "Wrapper Indexed of this[] with indexed token=text(Token) name=\"a\"")]
    [InlineData("new Made(text, 5)", "Wrapper Made of .ctor token=text(Token) size=5")]
    [InlineData("plain.Run(text)", null)]
    [InlineData("plain.Token = text", null)]
    [InlineData("new Plain { Token = text }", null)]
    public void Every_marked_member_is_a_wrapper(string expression, string? expected) =>
        Assert.Equal(expected is null ? [] : [expected], Calls.Of(Own + $$"""
            class C
            {
                object M(string text, Deploy deploy, Options options, Job job, Inherited inherited, Implemented implemented, Indexed indexed, Plain plain) => {{expression}};
            }
            """));

    [Theory]
    [InlineData("string name, [IdempotencyToken] string t, CancellationToken stop", "\"a\", text, default", "name=\"a\" t=text(Token)")]
    [InlineData("[IdempotencyToken] string t, TimeSpan timeout, AppFlowClient client", "text, default, null!", "with null t=text(Token)")]
    [InlineData("[IdempotencyToken] string t, int attempt, int? retry, long maxAttempts, int size", "text, 1, 2, 3, 4", "t=text(Token) size=4")]
    [InlineData("[IdempotencyToken] string t, string attempt", "text, \"1\"", "t=text(Token) attempt=\"1\"")]
    [InlineData("string? note = null, [IdempotencyToken] string? t = null", "t: text", "t=text(Token)")]
    [InlineData("[IdempotencyToken] string? t = null", "", null)]
    [InlineData("[IdempotencyToken] string? t = null", "null", null)]
    [InlineData("[IdempotencyToken] string? t", "null", "t=null(Token)")]
    public void Parameters_about_sending_are_not_fields(string parameters, string arguments, string? expected) =>
        Assert.Equal(expected is null ? [] : [$"Wrapper Run of Run {expected}"], Calls.Of($$"""
            class C
            {
                object M(string text) => Run({{arguments}});
                static Task Run({{parameters}}) => Task.CompletedTask;
            }
            """));

    [Theory]
    [InlineData("ConnectorRegistration.Update(label).WithClientToken(token).SendAsync()", "UpdateConnectorRegistrationRequest")]
    [InlineData("ConnectorRegistration.Update(label).WithClientToken(token ?? throw new ArgumentNullException()).SendAsync()", "UpdateConnectorRegistrationRequest")]
    [InlineData("Inner(label, token)", "RegisterConnectorRequest")]
    [InlineData("Mixed(label, token)", "Mixed")]
    [InlineData("Other(token)", "Run")]
    [InlineData("ConnectorRegistration.Update(label).WithClientToken(token + label).SendAsync()", "Run")]
    [InlineData("ConnectorRegistration.Update(label).SendAsync()", "Run")]
    [InlineData("Run(label, token)", "Run")]
    [InlineData("label == \"\" ? Run(label, token) : ConnectorRegistration.Update(label).WithClientToken(token).SendAsync()", "UpdateConnectorRegistrationRequest")]
    [InlineData("Run(label, token).ContinueWith(_ => Run(label, token)).ContinueWith(_ => Run(label, token)).ContinueWith(_ => Run(label, token))", "Run")]
    [InlineData("Ping(label, token)", "Pong")]
    public void The_operation_is_the_only_one_that_gets_the_token(string body, string expected)
    {
        var compilation = Calls.Compile($$"""
            class C
            {
                Task M(string text) => Run("a", text);

                static Task Run(string label, [IdempotencyToken] string token)
                {
                    ArgumentNullException.ThrowIfNull(token);
                    Console.WriteLine(token);
                    return {{body}};
                }

                static Task Inner(string label, [IdempotencyToken] string token) => ConnectorRegistration.Register(label).WithClientToken(token).SendAsync();

                static async Task Mixed(string label, [IdempotencyToken] string token)
                {
                    await ConnectorRegistration.Register(label).WithClientToken(token).SendAsync();
                    await ConnectorRegistration.Update(label).WithClientToken(token).SendAsync();
                }

                static Task Ping(string label, [IdempotencyToken] string token) => label == "" ? Pong(label, token) : Pong(label, token);

                static Task Pong(string label, [IdempotencyToken] string token) => label == "" ? Ping(label, token) : Ping(label, token);

                static Task Other(string token) => Task.CompletedTask;
            }
            """);
        var library = RequestLibrary.For(compilation)!;
        var call = Assert.Single(Calls.OperationsOfM(compilation).Select(library.CallOf).OfType<RequestCall>());
        Assert.Equal(RequestCallKind.Wrapper, call.Kind);
        Assert.Equal(expected, ((ISymbol)call.Shape.Operation).Name);
        Assert.Null(call.Request);
        Assert.False(call.Shape.IsFreshWithoutToken);
    }

    [Fact]
    public void A_local_function_may_be_a_wrapper() => Assert.Equal(
        ["Wrapper Run of UpdateConnectorRegistrationRequest label=\"a\" token=text(Token)"],
        Calls.Of("""
            class C
            {
                void N(string text)
                {
                    void M() => Run("a", text);
                    Task Run(string label, [IdempotencyToken] string token) => ConnectorRegistration.Update(label).WithClientToken(token).SendAsync();
                }

                object M(string text)
                {
                    return Run("a", text);
                    static Task Run(string label, [IdempotencyToken] string token) => Hidden.Send(label, token);
                }
            }

            static class Hidden { public static Task Send(string label, [IdempotencyToken] string token) => ConnectorRegistration.Update(label).WithClientToken(token).SendAsync(); }
            """).Where(line => line.Contains("Run", StringComparison.Ordinal)));
}
