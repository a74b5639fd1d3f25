using AppFlow.Fluent.Analyzers.Rules;
using AppFlow.Fluent.Analyzers.Tests.Verification;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Tokens;

/// <summary>Incomplete and wrong code: no rule throws, and each file alone still reports the same as the compilation.</summary>
public sealed class BrokenTokenTests
{
    private const string Whole = """
        using T = Tokens;
        await ConnectorRegistration.Update("one").WithClientToken("a").SendAsync();
        static class Tokens { public const string A = B + "x"; public const string B = A; public static readonly string C = D, D = $"{C}-{A}"; }
        class Options([IdempotencyToken] string? token = null) : Base(T.A)
        {
            [IdempotencyToken] public string? Token { get; set; } = token;
            public string this[[IdempotencyToken] string key] { get => key; set { Token = value; } }
            public delegate void Sender([IdempotencyToken] string token);
            Task M(bool b, Sender? send)
            {
                string x = y + y, y = z + z, z = x + x;
                send?.Invoke(x); send(b ? Tokens.A : "a" + nameof(Tokens)); new Options(token: x) { Token = y, ["a"] = z }.Token ??= T.C;
                return ConnectorRegistration.Update("two").WithClientToken(b switch { true => T.D, _ => "a" }).SendAsync();
            }
        }
        record Base([property: IdempotencyToken] string Token) : Base(Token with { Token = "a" });
        """;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task No_rule_throws(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 60; i++)
        {
            var start = random.Next(Whole.Length);
            var length = random.Next(Math.Min(60, Whole.Length - start));
            var mutated = random.Next(3) switch
            {
                0 => Whole.Remove(start, length),
                1 => Whole.Insert(random.Next(Whole.Length), Whole.Substring(start, length)),
                _ => Whole[..start],
            };
            var compilation = LiveDiagnostics.Compile([("File0.cs", mutated), ("File1.cs", Whole)]);
            var diagnostics = await LiveDiagnostics.With(compilation, [new ClientTokenAnalyzer()]).GetAnalyzerDiagnosticsAsync();
            Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id == "AD0001");
        }
    }

    // A constant that refers to itself, and locals whose number of parts doubles each time.
    [Fact]
    public async Task Every_analysis_ends()
    {
        var locals = string.Join("\n", Enumerable.Range(1, 40).Select(i => $"var v{i} = v{i - 1} + v{i - 1};"));
        var fields = string.Join("\n", Enumerable.Range(1, 40).Select(i => $"static readonly string F{i} = F{i - 1} + F{i - 1};"));
        var deep = string.Concat(Enumerable.Repeat("(", 300)) + "\"a\"" + string.Concat(Enumerable.Repeat(")", 300));
        var sum = string.Join(" + ", Enumerable.Repeat("\"a\"", 2000));
        var chain = string.Concat(Enumerable.Repeat(".WithDescription(\"a\")", 300));
        await LiveDiagnostics.EqualThoseOfTheCompilationAsync(
            $$"""
            class One
            {
                static readonly string F0 = "a";
                {{fields}}
                Task M()
                {
                    var v0 = "a";
                    {{locals}}
                    var request = ConnectorRegistration.Update("one"){{chain}};
                    return Task.WhenAll(
                        request.WithClientToken(v40).SendAsync(),
                        request.WithClientToken(F40).SendAsync(),
                        request.WithClientToken({{deep}}).SendAsync(),
                        request.WithClientToken({{sum}}).SendAsync());
                }
            }
            """);
    }
}
