using AppFlow.Fluent.Analyzers.Libraries;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.RawRequests;

/// <summary>Tokens that <c>IdempotencyTokens.txt</c> lists, and AFF0001.</summary>
public sealed class ListedTokenTests
{
    private const string Payments = """
        namespace Pay
        {
            public class RequestOptions { public string? IdempotencyKey { get; set; } }

            public class Charge { public string? Order { get; set; } }

            public class Builder(string source, string idempotencyKey) { public string Source => source + idempotencyKey; }

            public class PayException : Exception;

            public class Service
            {
                public Task ChargeAsync(Charge charge, RequestOptions? options = null) => Task.CompletedTask;

                public Task RefundAsync(string order, string key) => Task.CompletedTask;
            }
        }
        """;

    private const string List = """
        # how payments are told apart
        P:Pay.RequestOptions.IdempotencyKey
        M:Pay.Builder.#ctor(System.String,System.String) idempotencyKey   # a constructor

        M:Pay.Service.RefundAsync(System.String, System.String) key
        P:Elsewhere.Options.Key
        """;

    [Theory]
    [InlineData("await pay.ChargeAsync(new Charge { Order = name }, new RequestOptions { IdempotencyKey = {|AFF1003:\"x\"|} });")]
    [InlineData("var options = new RequestOptions(); options.IdempotencyKey = {|AFF1003:\"x\"|}; await pay.ChargeAsync(new Charge(), options);")]
    [InlineData("var builder = new Builder(name, {|AFF1003:\"x\"|});")]
    [InlineData("await pay.RefundAsync(name, {|AFF1003:\"x\"|});")]
    [InlineData("await pay.RefundAsync(name, {|AFF1001:\"x\"|}); await pay.RefundAsync(token, {|AFF1001:\"x\"|});")]
    [InlineData("await pay.RefundAsync(name, {|AFF1005:DateTime.Now.ToString()|});")]
    [InlineData("foreach (var each in names) { await pay.RefundAsync(each, {|AFF1002:token|}); }")]
    [InlineData("foreach (var each in names) { await pay.ChargeAsync(new Charge { Order = each }, new RequestOptions { IdempotencyKey = {|AFF1002:token|} }); }")]
    [InlineData("foreach (var each in names) { var options = new RequestOptions { IdempotencyKey = {|AFF1002:token|} }; await pay.ChargeAsync(new Charge { Order = each }, options); }")]
    [InlineData("while (true) { try { await pay.{|AFF1004:RefundAsync|}(name, Guid.NewGuid().ToString()); return; } catch (PayException) { } }")]
    [InlineData("while (true) { try { await pay.{|AFF1004:ChargeAsync|}(new Charge { Order = name }, new RequestOptions { IdempotencyKey = Guid.NewGuid().ToString() }); return; } catch (PayException) { } }")]
    public Task A_listed_token_is_judged(string statements) => JudgeAsync(List, statements);

    [Theory]
    [InlineData("await pay.ChargeAsync(new Charge { Order = name }, new RequestOptions { IdempotencyKey = token });")]
    [InlineData("foreach (var each in names) { await pay.ChargeAsync(new Charge { Order = each }, new RequestOptions { IdempotencyKey = each }); }")]
    [InlineData("foreach (var each in names) { await pay.ChargeAsync(new Charge { Order = each }); }")]
    [InlineData("var options = new RequestOptions { IdempotencyKey = token }; while (true) { try { await pay.ChargeAsync(new Charge { Order = name }, options); return; } catch (PayException) { } }")]
    [InlineData("while (true) { try { await pay.ChargeAsync(new Charge { Order = name }); return; } catch (PayException) { } }")]
    [InlineData("await pay.RefundAsync(\"x\", token); await pay.RefundAsync(\"x\", name);")]
    public Task A_listed_token_without_a_mistake_is_silent(string statements) => JudgeAsync(List, statements);

    [Fact]
    public Task Unlisted_members_are_silent() => JudgeAsync("# nothing", "await pay.RefundAsync(name, \"x\");");

    [Theory]
    [InlineData("P:Pay.RequestOptions.IdempotencyKey")]
    [InlineData("M:Pay.Service.RefundAsync(System.String,System.String) key")]
    [InlineData("M:Pay.Builder.#ctor(System.String,System.String) source")]
    [InlineData("  P:Pay.Charge.Order  # a comment")]
    [InlineData("P:Elsewhere.Options.Key")]
    [InlineData("M:Elsewhere.Service.Pay(System.String) key")]
    [InlineData("# P:Pay.Charge.Nothing")]
    [InlineData("")]
    public async Task Valid_lines_and_lines_for_other_projects_are_silent(string line) => Assert.Empty(await FaultsAsync(line));

    [Theory]
    [InlineData("Pay.RequestOptions.IdempotencyKey")]
    [InlineData("T:Pay.RequestOptions")]
    [InlineData("F:Pay.RequestOptions.key")]
    [InlineData("M:Pay.Service.RefundAsync(System.String,System.String)")]
    [InlineData("M:Pay.Service.RefundAsync(System.String,System.String) the key")]
    [InlineData("P:Pay.RequestOptions.Nothing")]
    [InlineData("P:Pay.Service.RefundAsync")]
    [InlineData("M:Pay.Service.RefundAsync(System.String) key")]
    [InlineData("M:Pay.Service.RefundAsync(System.String,System.String) nothing")]
    [InlineData("P:")]
    public async Task A_line_that_lists_nothing_is_reported_at_its_place(string line)
    {
        var fault = Assert.Single(await FaultsAsync($"# first\n  {line}\n"));

        Assert.Equal((1, 2, 2 + line.Length), (fault.Start.Line, fault.Start.Character, fault.End.Character));
    }

    [Fact]
    public void The_list_of_a_file_is_read_once()
    {
        var file = new Verification.TokenList("P:A.B");

        Assert.Same(ListedTokens.LinesOf(file), ListedTokens.LinesOf(file));
    }

    private static async Task<List<LinePositionSpan>> FaultsAsync(string list)
    {
        var compilation = Verification.Analysis.Compilation([Verification.Analysis.Parse("using System;\nusing System.Threading.Tasks;\n" + Payments)]);
        var found = await Verification.Analysis.DiagnosticsAsync(compilation, new Verification.TokenList(list));
        Assert.All(found, diagnostic => Assert.Equal(("AFF0001", "IdempotencyTokens.txt"), (diagnostic.Id, diagnostic.Location.GetLineSpan().Path)));
        return [.. found.Select(diagnostic => diagnostic.Location.GetLineSpan().Span)];
    }

    private static Task JudgeAsync(string list, string statements) => RawProgram.NamedFilesAsync(
        AwsSdk.V3,
        ("Payments.cs", Payments),
        (ListedTokens.FileName, list),
        ("Uses.cs", $$"""
            using Pay;

            public class Uses(Service pay)
            {
                public async Task Run(string name, string token, IEnumerable<string> names)
                {
                    {{statements}}
                    await Task.Yield();
                }
            }
            """));
}
