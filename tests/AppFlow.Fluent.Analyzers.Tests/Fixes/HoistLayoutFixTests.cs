using AppFlow.Fluent.Analyzers.Tests.Verification;
using AppFlow.Fluent.CodeFixes.Fixes;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Fixes;

/// <summary>Where the token before a retry stands, and what stays around it.</summary>
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
    public Task A_token_that_is_more_than_new_is_kept_as_it_is() => FixAsync(
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
    public Task A_pipelines_token_is_seen_in_its_lambda() => VerifyFix.FileAsync(
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
