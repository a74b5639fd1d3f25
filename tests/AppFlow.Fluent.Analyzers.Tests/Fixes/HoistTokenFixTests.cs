using AppFlow.Fluent.Analyzers.Tests.Verification;
using AppFlow.Fluent.CodeFixes.Fixes;
using Microsoft.CodeAnalysis;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Fixes;

/// <summary>Which token is created before a retry, and what uses it.</summary>
public sealed class HoistTokenFixTests
{
    private const string Polly = """

        namespace Polly
        {
            public interface IAsyncPolicy
            {
                System.Threading.Tasks.Task<T> ExecuteAsync<T>(System.Func<System.Threading.Tasks.Task<T>> action);
                System.Threading.Tasks.Task<T> ExecuteAsync<T>(System.Func<string, System.Threading.Tasks.Task<T>> action, string state);
            }
        }
        """;

    [Fact]
    public Task A_request_that_a_client_is_handed_gets_the_token() => FixAsync(
        """
        for (var attempt = 0; attempt < 3; attempt++)
        {
            try
            {
                await client.{|AFF1004:SendAsync|}(ConnectorRegistration.Update(label));
                return;
            }
            catch (AppFlowException) { await Task.Delay(100); }
        }
        """,
        """
        var clientToken = ClientToken.New();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            try
            {
                await client.SendAsync(ConnectorRegistration.Update(label).WithClientToken(clientToken));
                return;
            }
            catch (AppFlowException) { await Task.Delay(100); }
        }
        """);

    [Fact]
    public Task One_token_is_created_before_the_loop() => FixAsync(
        """
        Console.WriteLine("start");

        // Three times, and no more.
        for (var attempt = 0; attempt < 3; attempt++)
        {
            try
            {
                await ConnectorRegistration.Update(label).{|AFF1004:SendAsync|}(client); // once
                return;
            }
            catch (AppFlowException) { await Task.Delay(100); }
        }
        """,
        """
        Console.WriteLine("start");

        var clientToken = ClientToken.New();
        // Three times, and no more.
        for (var attempt = 0; attempt < 3; attempt++)
        {
            try
            {
                await ConnectorRegistration.Update(label).WithClientToken(clientToken).SendAsync(client); // once
                return;
            }
            catch (AppFlowException) { await Task.Delay(100); }
        }
        """);

    [Fact]
    public Task Two_sends_of_one_loop_get_two_tokens() => FixAsync(
        """
        while (true)
        {
            try
            {
                if (condition)
                    await ConnectorRegistration.Register(label).WithLambda(label).{|AFF1004:SendAsync|}(client);
                else
                    await ConnectorRegistration.Update("orders").{|AFF1004:SendAsync|}(client);
                return;
            }
            catch (AppFlowException) { await Task.Delay(100); }
        }
        """,
        """
        var clientToken = ClientToken.New();
        var clientToken2 = ClientToken.New();
        while (true)
        {
            try
            {
                if (condition)
                    await ConnectorRegistration.Register(label).WithLambda(label).WithClientToken(clientToken).SendAsync(client);
                else
                    await ConnectorRegistration.Update("orders").WithClientToken(clientToken2).SendAsync(client);
                return;
            }
            catch (AppFlowException) { await Task.Delay(100); }
        }
        """,
        iterations: 2);

    [Fact]
    public Task A_used_name_is_not_used_again() => FixAsync(
        """
        foreach (var clientToken in labels)
        {
            while (true)
            {
                try { await ConnectorRegistration.Update(clientToken).{|AFF1004:SendAsync|}(client); break; }
                catch (AppFlowException) { await Task.Delay(100); }
            }
        }
        """,
        """
        foreach (var clientToken in labels)
        {
            var clientToken2 = ClientToken.New();
            while (true)
            {
                try { await ConnectorRegistration.Update(clientToken).WithClientToken(clientToken2).SendAsync(client); break; }
                catch (AppFlowException) { await Task.Delay(100); }
            }
        }
        """);

    [Fact]
    public Task A_local_with_a_fresh_token_moves_before_the_loop() => FixAsync(
        """
        while (true)
        {
            // For the service to recognise us.
            var token = Guid.NewGuid().ToString("N");
            try { await ConnectorRegistration.Update(label).WithClientToken(token).{|AFF1004:SendAsync|}(client); break; }
            catch (AppFlowException) { Console.WriteLine(token); }
        }
        """,
        """
        // For the service to recognise us.
        var token = Guid.NewGuid().ToString("N");
        while (true)
        {
            try { await ConnectorRegistration.Update(label).WithClientToken(token).SendAsync(client); break; }
            catch (AppFlowException) { Console.WriteLine(token); }
        }
        """);

    [Fact]
    public Task A_fresh_token_is_replaced() => FixAsync(
        """
        var token = "other";
        Console.WriteLine(token);
        while (true)
        {
            try { await ConnectorRegistration.Update(label).WithClientToken(Guid.NewGuid().ToString()).{|AFF1004:SendAsync|}(client); break; }
            catch (AppFlowException) { await Task.Delay(100); }
        }
        """,
        """
        var token = "other";
        Console.WriteLine(token);
        var clientToken = ClientToken.New();
        while (true)
        {
            try { await ConnectorRegistration.Update(label).WithClientToken(clientToken).SendAsync(client); break; }
            catch (AppFlowException) { await Task.Delay(100); }
        }
        """);

    [Fact]
    public Task A_pipeline_s_token_goes_before_the_statement() => FixAsync(
        """
        Polly.IAsyncPolicy policy = null!;
        foreach (var l in labels)
        {
            var response = await policy.ExecuteAsync(
                () => ConnectorRegistration.Update(l).{|AFF1004:SendAsync|}(client));
            await policy.ExecuteAsync(async () =>
            {
                var token = ClientToken.New();
                return await ConnectorRegistration.Update(l).WithClientToken(token).{|AFF1004:SendAsync|}(client);
            });
        }
        """,
        """
        Polly.IAsyncPolicy policy = null!;
        foreach (var l in labels)
        {
            var clientToken = ClientToken.New();
            var response = await policy.ExecuteAsync(
                () => ConnectorRegistration.Update(l).WithClientToken(clientToken).SendAsync(client));
            var token = ClientToken.New();
            await policy.ExecuteAsync(async () =>
            {
                return await ConnectorRegistration.Update(l).WithClientToken(token).SendAsync(client);
            });
        }
        """,
        iterations: 2);

    [Theory]
    [InlineData("await Task.WhenAll(labels.Select(l => policy.ExecuteAsync(() => ConnectorRegistration.Update(l).{|AFF1004:SendAsync|}(client))));")]
    [InlineData("while (await policy.ExecuteAsync(() => ConnectorRegistration.Update(label).{|AFF1004:SendAsync|}(client)) is null) { }")]
    [InlineData("await policy.ExecuteAsync(static state => ConnectorRegistration.Update(state).{|AFF1004:SendAsync|}(), label);")]
    [InlineData("again: while (true) { try { await ConnectorRegistration.Update(label).{|AFF1004:SendAsync|}(client); return; } catch (AppFlowException) { if (condition) goto again; } }")]
    [InlineData("while (true) { try { await new Sealed().{|AFF1004:SendAsync|}(); return; } catch (Exception) { } }")]
    public Task No_fix_is_offered_where_no_token_can_be_inserted(string statements) => FixAsync(
        "Polly.IAsyncPolicy policy = null!;\n" + statements,
        "Polly.IAsyncPolicy policy = null!;\n" + statements);

    [Fact]
    public Task Top_level_statements_and_no_using() => FixWithoutUsingAsync(
        """
        var label = args[0];

        while (true)
        {
            try
            {
                await AppFlow.Fluent.ConnectorRegistration.Update(label).{|AFF1004:SendAsync|}();
                break;
            }
            catch (System.Exception)
            {
            }
        }
        """,
        """
        var label = args[0];

        var clientToken = AppFlow.Fluent.ClientToken.New();
        while (true)
        {
            try
            {
                await AppFlow.Fluent.ConnectorRegistration.Update(label).WithClientToken(clientToken).SendAsync();
                break;
            }
            catch (System.Exception)
            {
            }
        }
        """);

    [Fact]
    public Task A_member_named_ClientToken_is_no_problem() => VerifyFix.BodyAsync(
        "while (true) { try { await ConnectorRegistration.Update(label).{|AFF1004:SendAsync|}(client); return; } catch (AppFlowException) { } }",
        "var clientToken = AppFlow.Fluent.ClientToken.New();\nwhile (true) { try { await ConnectorRegistration.Update(label).WithClientToken(clientToken).SendAsync(client); return; } catch (AppFlowException) { } }",
        nameof(HoistTokenCodeFix),
        members: "public string ClientToken { get; } = \"\";");

    private const string Members = """
        [FluentRequest]
        private sealed class Sealed
        {
            [IdempotencyToken]
            public string? Key { get; private init; }
            public static Sealed Keyed(string key) => new() { Key = key };
            public Task SendAsync() => Task.CompletedTask;
        }
        """;

    private static Task FixAsync(string before, string after, int? iterations = null) => VerifyFix.FileAsync(
        Verify.InMethod(before, Members) + Polly,
        Verify.InMethod(after, Members) + Polly,
        nameof(HoistTokenCodeFix),
        iterations);

    private static Task FixWithoutUsingAsync(string before, string after)
    {
        var test = new FixTest { CodeActionEquivalenceKey = nameof(HoistTokenCodeFix) };
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        test.TestState.Sources.Clear();
        test.FixedState.Sources.Clear();
        test.TestState.Sources.Add(("Program.cs", before));
        test.FixedState.Sources.Add(("Program.cs", after));
        return test.RunAsync();
    }
}
