using AppFlow.Fluent.Analyzers.Tests.Verification;
using AppFlow.Fluent.CodeFixes.Fixes;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Fixes;

/// <summary>Where the token is inserted before a retry, and what stays around it.</summary>
public sealed class HoistLayoutFixTests
{
    [Fact]
    public Task The_rest_of_a_line_keeps_its_place() => FixAsync(
        """
        while (true)
        {
            var token = ClientToken.New(); try { await ConnectorRegistration.Update(label).WithClientToken(token).{|AFF1004:SendAsync|}(client); break; }
            catch (AppFlowException) { Console.WriteLine(token); }
        }
        """,
        """
        var token = ClientToken.New();
        while (true)
        {
            try { await ConnectorRegistration.Update(label).WithClientToken(token).SendAsync(client); break; }
            catch (AppFlowException) { Console.WriteLine(token); }
        }
        """);

    [Fact]
    public Task A_comment_stays_with_its_loop_below_a_region() => FixAsync(
        """
        #region Sending

        // Until it works.
        while (true)
        {
            try { await ConnectorRegistration.Update(label).{|AFF1004:SendAsync|}(client); break; }
            catch (AppFlowException) { await Task.Delay(100); }
        }

        #endregion
        """,
        """
        #region Sending

        var clientToken = ClientToken.New();
        // Until it works.
        while (true)
        {
            try { await ConnectorRegistration.Update(label).WithClientToken(clientToken).SendAsync(client); break; }
            catch (AppFlowException) { await Task.Delay(100); }
        }

        #endregion
        """);

    [Fact]
    public Task A_comment_directly_below_a_directive_stays_with_its_loop() => FixAsync(
        """
        #pragma warning disable CS0168
        // Until it works.
        while (true)
        {
            try { await ConnectorRegistration.Update(label).{|AFF1004:SendAsync|}(client); break; }
            catch (AppFlowException) { await Task.Delay(100); }
        }
        """,
        """
        #pragma warning disable CS0168
        var clientToken = ClientToken.New();
        // Until it works.
        while (true)
        {
            try { await ConnectorRegistration.Update(label).WithClientToken(clientToken).SendAsync(client); break; }
            catch (AppFlowException) { await Task.Delay(100); }
        }
        """);

    [Fact]
    public Task A_token_with_more_than_a_fresh_value_is_kept_unchanged() => FixAsync(
        """
        while (true)
        {
            try { await ConnectorRegistration.Update(label).WithClientToken($"{label}-{Guid.NewGuid()}").{|AFF1004:SendAsync|}(client); return; }
            catch (AppFlowException) { }
        }
        """,
        """
        var clientToken = $"{label}-{Guid.NewGuid()}";
        while (true)
        {
            try { await ConnectorRegistration.Update(label).WithClientToken(clientToken).SendAsync(client); return; }
            catch (AppFlowException) { }
        }
        """);

    [Fact]
    public Task A_local_that_reads_what_the_loop_declares_stays_in_it() => FixAsync(
        """
        while (true)
        {
            var now = Guid.NewGuid();
            var token = $"{now}-{Guid.NewGuid()}";
            try { await ConnectorRegistration.Update(label).WithClientToken(token).{|AFF1004:SendAsync|}(client); return; }
            catch (AppFlowException) { Console.WriteLine(now); }
        }
        """,
        """
        var clientToken = ClientToken.New();
        while (true)
        {
            var now = Guid.NewGuid();
            var token = clientToken;
            try { await ConnectorRegistration.Update(label).WithClientToken(token).SendAsync(client); return; }
            catch (AppFlowException) { Console.WriteLine(now); }
        }
        """);

    [Fact]
    public Task A_pipeline_s_token_is_found_in_its_lambda() => VerifyFix.FileAsync(
        Pipeline.Replace("@", """
            public async Task M(IAsyncPolicy policy, string label)
            {
                // Sends it.
                await policy.ExecuteAsync(async () => await ConnectorRegistration.Update(label).{|AFF1004:SendAsync|}()); // at last
            }
        """, StringComparison.Ordinal),
        Pipeline.Replace("@", """
            public async Task M(IAsyncPolicy policy, string label)
            {
                var clientToken = ClientToken.New();
                // Sends it.
                await policy.ExecuteAsync(async () => await ConnectorRegistration.Update(label).WithClientToken(clientToken).SendAsync()); // at last
            }
        """, StringComparison.Ordinal),
        nameof(HoistTokenCodeFix));

    [Fact]
    public Task The_chains_line_breaks_and_comments_are_kept() => FixAsync(
        """
        while (true)
        {
            try
            {
                await ConnectorRegistration.Update(label) // which
                    .WithDescription("adds paging")
                    // and off it goes
                    .{|AFF1004:SendAsync|}(client);
                return;
            }
            catch (AppFlowException) { await Task.Delay(100); }
        }
        """,
        """
        var clientToken = ClientToken.New();
        while (true)
        {
            try
            {
                await ConnectorRegistration.Update(label) // which
                    .WithDescription("adds paging")
                    .WithClientToken(clientToken)
                    // and off it goes
                    .SendAsync(client);
                return;
            }
            catch (AppFlowException) { await Task.Delay(100); }
        }
        """);

    [Fact]
    public Task Dots_at_the_ends_of_lines_stay_there() => FixAsync(
        """
        while (true)
        {
            try
            {
                await ConnectorRegistration.Update(label).
                    {|AFF1004:SendAsync|}(client);
                return;
            }
            catch (AppFlowException) { await Task.Delay(100); }
        }
        """,
        """
        var clientToken = ClientToken.New();
        while (true)
        {
            try
            {
                await ConnectorRegistration.Update(label).
                    WithClientToken(clientToken).
                    SendAsync(client);
                return;
            }
            catch (AppFlowException) { await Task.Delay(100); }
        }
        """);

    [Fact]
    public Task A_loop_without_a_surrounding_block_gets_one() => FixAsync(
        """
        if (condition)
            while (true)
            {
                try { await ConnectorRegistration.Update(label).{|AFF1004:SendAsync|}(client); break; }
                catch (AppFlowException) { await Task.Delay(100); }
            }
        """,
        """
        if (condition)
        {
            var clientToken = ClientToken.New();
            while (true)
            {
                try { await ConnectorRegistration.Update(label).WithClientToken(clientToken).SendAsync(client); break; }
                catch (AppFlowException) { await Task.Delay(100); }
            }
        }
        """);

    [Fact]
    public Task Statements_of_one_line_stay_on_it() => FixAsync(
        "Console.WriteLine(); while (true) { try { await ConnectorRegistration.Update(label).{|AFF1004:SendAsync|}(client); break; } catch (AppFlowException) { } }",
        "Console.WriteLine(); var clientToken = ClientToken.New(); while (true) { try { await ConnectorRegistration.Update(label).WithClientToken(clientToken).SendAsync(client); break; } catch (AppFlowException) { } }");

    [Fact]
    public Task A_section_of_a_switch_takes_the_token() => FixAsync(
        """
        switch (label)
        {
            case "a":
                while (true)
                {
                    try { await ConnectorRegistration.Update(label).{|AFF1004:SendAsync|}(client); return; }
                    catch (AppFlowException) { await Task.Delay(100); }
                }
        }
        """,
        """
        switch (label)
        {
            case "a":
                var clientToken = ClientToken.New();
                while (true)
                {
                    try { await ConnectorRegistration.Update(label).WithClientToken(clientToken).SendAsync(client); return; }
                    catch (AppFlowException) { await Task.Delay(100); }
                }
        }
        """);

    [Fact]
    public Task An_else_without_a_block_gets_one() => FixAsync(
        """
        if (condition)
            return;
        else
            // Until it works.
            while (true)
            {
                try { await ConnectorRegistration.Update(label).{|AFF1004:SendAsync|}(client); break; }
                catch (AppFlowException) { await Task.Delay(100); }
            }
        """,
        """
        if (condition)
            return;
        else
        // Until it works.
        {
            var clientToken = ClientToken.New();
            while (true)
            {
                try { await ConnectorRegistration.Update(label).WithClientToken(clientToken).SendAsync(client); break; }
                catch (AppFlowException) { await Task.Delay(100); }
            }
        }
        """);

    [Fact]
    public Task A_directive_before_the_loop_stays_before_the_token() => FixAsync(
        """
        #if DEBUG
        Console.WriteLine();
        #endif
        while (true)
        {
            try { await ConnectorRegistration.Update(label).{|AFF1004:SendAsync|}(client); break; }
            catch (AppFlowException) { await Task.Delay(100); }
        }
        """,
        """
        #if DEBUG
        Console.WriteLine();
        #endif
        var clientToken = ClientToken.New();
        while (true)
        {
            try { await ConnectorRegistration.Update(label).WithClientToken(clientToken).SendAsync(client); break; }
            catch (AppFlowException) { await Task.Delay(100); }
        }
        """);

    private const string Pipeline = """
        using Polly;

        class C
        {
        @
        }

        namespace Polly
        {
            public interface IAsyncPolicy
            {
                System.Threading.Tasks.Task<T> ExecuteAsync<T>(System.Func<System.Threading.Tasks.Task<T>> action);
            }
        }
        """;

    private static Task FixAsync(string before, string after) => VerifyFix.BodyAsync(before, after, nameof(HoistTokenCodeFix));
}
