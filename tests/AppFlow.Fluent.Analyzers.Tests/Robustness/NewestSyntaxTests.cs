using AppFlow.Fluent.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Robustness;

/// <summary>Syntax that is newer than the Roslyn of the analyzers: it causes no error, and its content is still analysed.</summary>
public sealed class NewestSyntaxTests
{
    [Fact]
    public Task Newer_language_features_are_accepted() => Verify.FilesAsync("""""
        using Label = string;

        namespace Newest;

        public static class Extensions
        {
            extension(UpdateConnectorRegistrationRequest request)
            {
                public UpdateConnectorRegistrationRequest WithSquad(string squad) => request.WithDescription(squad);
                public bool IsLabelled => request.ConnectorLabel is { Length: > 0 };
                public static UpdateConnectorRegistrationRequest Begun(Label label) => ConnectorRegistration.Update(label);
            }

            extension<T>(IEnumerable<T> items) where T : class
            {
                public T? FirstOne => items.FirstOrDefault();
            }
        }

        public sealed class Holder(UpdateConnectorRegistrationRequest first, params ReadOnlySpan<string> labels)
        {
            public UpdateConnectorRegistrationRequest Request { get => field ??= first; set => field = value.WithDescription("x"); }
            public string[] Labels { get; } = [.. labels, "last"];
            public partial class Inner;
            public static async Task GoAsync(Holder? holder, AppFlowClient client)
            {
                holder?.Request = ConnectorRegistration.Update("orders").WithSquad("a");
                holder?.Request.{|AFF4001:WithSquad|}("b");
                await (holder?.Request.SendAsync(client) ?? Task.FromException<UpdateConnectorRegistrationResponse>(new InvalidOperationException()));
                List<UpdateConnectorRegistrationRequest> all = [ConnectorRegistration.Update("a1"), .. Many("b1", "c1")];
                await Task.WhenAll(all.Select(request => request.SendAsync(client)));
                Console.WriteLine($"""{holder?.Request.IsLabelled} {UpdateConnectorRegistrationRequest.Begun("d1")} "quoted" """);
                var parse = (string text, out int number) => int.TryParse(text, out number);
                parse("1", out _);
                if (all is [var one, .., { ConnectorLabel: "c1" or "d1" }] and not []) { await one.SendAsync(client); }
                Lock gate = new();
                lock (gate) { }
            }

            private static IEnumerable<UpdateConnectorRegistrationRequest> Many(params IEnumerable<string> labels) => labels.Select(ConnectorRegistration.Update);
        }

        file sealed class Local
        {
            public required string Name { get; init; }
            public static unsafe int Size(int* numbers, delegate*<int, int> f) { fixed (char* c = "text") { return f(numbers[0]) + *c; } }
            public void operator ++() { }
            public void operator +=(int count) { }
        }

        public ref struct Span<T> where T : allows ref struct
        {
            public ref readonly int Get(scoped ref readonly int number, [System.Diagnostics.CodeAnalysis.UnscopedRef] ref int other) => throw new NotSupportedException();
        }
        """"");

    [Fact]
    public async Task Top_level_statements_are_an_ordinary_body()
    {
        var compilation = Analysis.Compilation(
            [
                Analysis.Parse("""
                    var request = ConnectorRegistration.Update("orders");
                    request.WithDescription("x");
                    var unsent = request.WithDescription("y");
                    await ConnectorRegistration.Update("").SendAsync();
                    return 0;
                    """),
            ],
            kind: OutputKind.ConsoleApplication);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        Assert.Equal(
            ["AFF2003", "AFF4001", "AFF4002"],
            (await Analysis.DiagnosticsAsync(compilation)).Select(diagnostic => diagnostic.Id).Order(StringComparer.Ordinal));
    }
}
