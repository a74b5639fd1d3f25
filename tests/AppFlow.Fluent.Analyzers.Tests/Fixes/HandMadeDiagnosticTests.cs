using AppFlow.Fluent.Analyzers.Tests.Verification;
using AppFlow.Fluent.CodeFixes.Fixes;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Fixes;

/// <summary>The fixes work for everything that a rule may report, even if no rule reports it today.</summary>
public sealed class HandMadeDiagnosticTests
{
    [Theory]
    [InlineData("DateTime.Now.ToString()")]
    [InlineData("$\"orders-{DateTimeOffset.UtcNow:yyyyMMddHHmmss}\"")]
    [InlineData("DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString()")]
    public async Task A_clock_as_a_token_is_removed(string token)
    {
        using var fixes = new OfferedFixes(new TokenCodeFix(), Verify.InMethod($"await ConnectorRegistration.Update(label).WithClientToken({token}).SendAsync();"));

        Assert.Equal(
            Verify.InMethod("await ConnectorRegistration.Update(label).SendAsync();"),
            await fixes.FixedAsync("AFF1005", RemoveToken.EquivalenceKey, token));
        Assert.Null(await fixes.FixedAsync("AFF1005", UseOperationId.EquivalenceKey, token));
    }

    [Fact]
    public async Task A_clock_in_a_local_is_removed_with_it()
    {
        using var fixes = new OfferedFixes(new TokenCodeFix(), Verify.InMethod("""
            var now = DateTime.UtcNow;
            var stamp = $"orders-{now:yyyyMMdd}";
            await ConnectorRegistration.Update(label).WithClientToken(@stamp).SendAsync();
            """));

        Assert.Equal(
            Verify.InMethod("await ConnectorRegistration.Update(label).SendAsync();"),
            await fixes.FixedAllAsync("AFF1005", RemoveToken.EquivalenceKey, "@stamp"));
    }

    // As in dotnet format, if the first diagnostic that it finds has no fix: there is no key.
    [Fact]
    public async Task Fix_All_without_a_key_is_the_first_fix()
    {
        using var fixes = new OfferedFixes(new TokenCodeFix(), Verify.InMethod("""await ConnectorRegistration.Update(label).WithClientToken("x").SendAsync();"""));

        Assert.Equal(Verify.InMethod("await ConnectorRegistration.Update(label).SendAsync();"), await fixes.FixedAllAsync("AFF1003", key: null, "\"x\""));
        Assert.Null(await fixes.FixedAllAsync("AFF1003", key: "Another", "\"x\""));
    }

    [Theory]
    [InlineData("Next(1)")]
    [InlineData("(label = \"x\")")]
    [InlineData("$\"{++_count}\"")]
    public async Task Code_with_side_effects_is_not_removed(string token)
    {
        using var fixes = new OfferedFixes(
            new TokenCodeFix(),
            Verify.InMethod($"await ConnectorRegistration.Update(label).WithClientToken({token}).SendAsync();", "private int _count; private string Next(int by) => \"x\" + (_count += by);"));

        Assert.Null(await fixes.FixedAsync("AFF1002", RemoveToken.EquivalenceKey, token));
    }

    [Fact]
    public async Task A_token_that_a_handler_renews_is_no_longer_renewed()
    {
        using var fixes = new OfferedFixes(new HoistTokenCodeFix(), Verify.InMethod("""
            var token = ClientToken.New();
            while (true)
            {
                try { await ConnectorRegistration.Update(label).WithClientToken(token).SendAsync(client); return; }
                catch (AppFlowException)
                {
                    // Once more.
                    token = Guid.NewGuid().ToString();
                }
            }
            """));

        Assert.Equal(
            Verify.InMethod("""
                var token = ClientToken.New();
                while (true)
                {
                    try { await ConnectorRegistration.Update(label).WithClientToken(token).SendAsync(client); return; }
                    catch (AppFlowException)
                    {
                        // Once more.
                    }
                }
                """),
            await fixes.FixedAsync("AFF1004", nameof(HoistTokenCodeFix), "SendAsync", """
                while (true)
                        {
                            try { await ConnectorRegistration.Update(label).WithClientToken(token).SendAsync(client); return; }
                            catch (AppFlowException)
                            {
                                // Once more.
                                token = Guid.NewGuid().ToString();
                            }
                        }
                """, "Guid.NewGuid().ToString()"));
    }

    [Fact]
    public async Task A_token_with_the_attempt_number_loses_the_number()
    {
        const string loop = """for (var attempt = 0; ; attempt++) { try { await Push(label, $"deploy-{attempt}"); return; } catch (AppFlowException) { } }""";
        const string wrapper = "private static Task Push(string label, [IdempotencyToken] string token) => Task.CompletedTask;";
        using var fixes = new OfferedFixes(new HoistTokenCodeFix(), Verify.InMethod(loop, wrapper));

        Assert.Equal(
            Verify.InMethod("var clientToken = ClientToken.New();\n" + loop.Replace("$\"deploy-{attempt}\"", "clientToken", StringComparison.Ordinal), wrapper),
            await fixes.FixedAsync("AFF1004", nameof(HoistTokenCodeFix), "await Push", loop, "$\"deploy-{attempt}\""));
    }

    [Theory]
    [InlineData("while (true) { try { foreach (var l in labels) await ConnectorRegistration.Update(l).WithClientToken(ClientToken.New()).SendAsync(client); return; } catch (AppFlowException) { } }")]
    [InlineData("while (true) { try { await Task.WhenAll(labels.Select(l => ConnectorRegistration.Update(l).WithClientToken(ClientToken.New()).SendAsync(client))); return; } catch (AppFlowException) { } }")]
    [InlineData("while (true) { try { await Go(label); return; } catch (AppFlowException) { } Task Go(string l) => ConnectorRegistration.Update(l).WithClientToken(ClientToken.New()).SendAsync(client); }")]
    public async Task One_token_is_not_created_for_many_requests(string loop)
    {
        using var fixes = new OfferedFixes(new HoistTokenCodeFix(), Verify.InMethod(loop));

        Assert.Null(await fixes.FixedAsync("AFF1004", nameof(HoistTokenCodeFix), "SendAsync", loop, "ClientToken.New()"));
    }

    [Theory]
    [InlineData("foreach (var one in new[] { ConnectorRegistration.Update(label) }) { one.WithDescription(\"x\"); await one.SendAsync(client); }")]
    [InlineData("new[] { ConnectorRegistration.Update(label) }[0].WithDescription(\"x\");")]
    [InlineData("using var source = new CancellationTokenSource(); ConnectorRegistration.Update().WithDescription(\"x\");")]
    public async Task There_is_no_Fix_All_where_nothing_can_be_fixed(string statements)
    {
        using var fixes = new OfferedFixes(new UseResultCodeFix(), Verify.InMethod(statements));

        Assert.Null(await fixes.FixedAllAsync("AFF4001", nameof(UseResultCodeFix), "WithDescription"));
    }
}
