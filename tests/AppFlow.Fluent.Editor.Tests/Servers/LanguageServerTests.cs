using System.Diagnostics;
using System.Text.RegularExpressions;
using Xunit;
using Xunit.Abstractions;

namespace AppFlow.Fluent.Editor.Tests.Servers;

/// <summary>A language server shows the same diagnostics as the build, also while somebody types in a file.</summary>
public sealed class LanguageServerTests(LanguageServer server, ITestOutputHelper output) : IClassFixture<LanguageServer>
{
    private const int Rounds = 5;

    [Fact]
    public async Task Every_rule_arrives_with_place_code_message_and_help_link()
    {
        var clock = Stopwatch.StartNew();
        var seen = new List<SeenDiagnostic>();
        foreach (var file in EditedProject.Files)
        {
            seen.AddRange(await server.DiagnosticsAsync(file));
        }

        output.WriteLine($"The first answer {server.UntilFirstAnswer.TotalSeconds:F1} s after the server's start; then all {seen.Count} diagnostics of {EditedProject.Files.Count()} files in {clock.ElapsedMilliseconds} ms.");
        Assert.Equal(Build.Diagnostics(), seen);
        Assert.Equal(Commented(), seen.Select(diagnostic => diagnostic.Id).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["AFF1003", "AFF4003"], seen.Where(diagnostic => diagnostic.Severity == "Info").Select(diagnostic => diagnostic.Id).Distinct().Order(StringComparer.Ordinal));
        Assert.All(seen, diagnostic => Assert.EndsWith($"/analyzers/docs/{diagnostic.Id}.md", diagnostic.Help, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_typed_in_one_file_warns_in_another_that_is_open_and_goes_again()
    {
        var before = await File.ReadAllTextAsync(EditedProject.PathOf("Invoices.cs"));
        var typed = before.Replace(".WithDescription(\"adds paging\")", ".WithClientToken(\"release-42\")", StringComparison.Ordinal);
        var alone = Assert.Single(await server.DiagnosticsAsync("Orders.cs"));
        Assert.Equal("AFF1003", alone.Id);

        var appeared = new List<double>();
        var gone = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var clock = Stopwatch.StartNew();
            await server.TypeAsync("Invoices.cs", typed);
            var reused = Assert.Single(await server.DiagnosticsAsync("Orders.cs"));
            appeared.Add(clock.Elapsed.TotalMilliseconds);
            Assert.Equal(alone with { Severity = "Warning", Id = "AFF1001", Message = reused.Message, Help = alone.Help!.Replace("AFF1003", "AFF1001", StringComparison.Ordinal) }, reused);
            Assert.Contains("Invoices.cs", reused.Message, StringComparison.Ordinal);

            clock.Restart();
            await server.TypeAsync("Invoices.cs", before);
            Assert.Equal(alone, Assert.Single(await server.DiagnosticsAsync("Orders.cs")));
            gone.Add(clock.Elapsed.TotalMilliseconds);
        }

        output.WriteLine($"AFF1001 in the other file, in ms after the token was typed: {Written(appeared)}; gone after it was deleted: {Written(gone)}.");
    }

    /// <summary>The rules that the sources name at the ends of lines.</summary>
    private static IEnumerable<string> Commented() => EditedProject.Files
        .SelectMany(file => Regex.Matches(File.ReadAllText(EditedProject.PathOf(file)), @"// (AFF\d{4})$", RegexOptions.Multiline))
        .Select(comment => comment.Groups[1].Value)
        .Distinct()
        .Order(StringComparer.Ordinal);

    private static string Written(IEnumerable<double> times) => string.Join(", ", times.Select(time => $"{time:F0}"));
}
