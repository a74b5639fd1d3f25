using System.Text.RegularExpressions;
using Xunit;
using Xunit.Abstractions;

namespace AppFlow.Fluent.Editor.Tests.Neovim;

/// <summary>What neovim's screen shows.</summary>
public sealed class NeovimTests(Terminal terminal, ITestOutputHelper output) : IClassFixture<Terminal>
{
    private const int Token = 9;

    [Fact]
    public async Task A_file_shows_the_sign_the_rule_the_message_and_the_underline_of_each_diagnostic()
    {
        var expected = Build.Diagnostics().Where(diagnostic => diagnostic.File == "ClientTokens.cs").ToList();
        Assert.Equal(["AFF1001", "AFF1001", "AFF1002", "AFF1005", "AFF1006", "AFF1003"], expected.Select(diagnostic => diagnostic.Id));

        Command("tabedit ClientTokens.cs");
        var took = await terminal.ShowsAsync(screen => expected.All(diagnostic => Shows(screen, diagnostic)));
        output.WriteLine($"{expected.Count} diagnostics of ClientTokens.cs on the screen, {took.TotalMilliseconds:F0} ms after it was opened.");

        var source = await File.ReadAllLinesAsync(EditedProject.PathOf("ClientTokens.cs"));
        var screen = terminal.Screen();
        var styled = StyledText.Read(terminal.Screen(styled: true));
        foreach (var diagnostic in expected)
        {
            var row = screen.ToList().FindIndex(line => Shows([line], diagnostic));
            Assert.Equal(source[diagnostic.Line - 1][(diagnostic.Column - 1)..(diagnostic.EndColumn - 1)], StyledText.Underlined(styled[row]));
        }

        Command("tabclose");
        await terminal.ShowsAsync(screen => screen.Any(line => line.Contains('│', StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_token_typed_in_one_window_warns_in_the_other_and_goes_with_an_undo()
    {
        await ShowsAsync("I", "AFF1003: The client token \"release-42\"", "", "");

        Window("l");
        Command($"{Token}");
        terminal.Write("0f.;cf)");
        terminal.Write(".WithClientToken(\"release-42\")");
        terminal.Press("Escape");
        var appeared = await ShowsAsync("W", "AFF1001: The client token \"release-42\"", "W", "AFF1001: The client token \"release-42\"");

        terminal.Press("u");
        var gone = await ShowsAsync("I", "AFF1003: The client token \"release-42\"", "", "");
        output.WriteLine($"AFF1001 on the screen in the other window {appeared.TotalMilliseconds:F0} ms after the token was typed, gone {gone.TotalMilliseconds:F0} ms after the undo.");
    }

    [Fact]
    public async Task The_menu_at_a_diagnostic_offers_the_fixes_of_the_package_and_applies_them()
    {
        await ShowsAsync("I", "AFF1003", "", "");

        Window("h");
        Command($"{Token}");
        terminal.Write("0/\"release");
        terminal.Press("Enter");
        terminal.Write("ga");
        var opened = await terminal.ShowsAsync(screen => Choice(screen, "Remove the client token") is not null && Choice(screen, "Use WithOperationId") is not null);
        output.WriteLine($"The menu with both fixes: {opened.TotalMilliseconds:F0} ms.");

        terminal.Write(Choice(terminal.Screen(), "Use WithOperationId")!);
        terminal.Press("Enter");
        await terminal.ShowsAsync(screen => Window(screen, left: true).Contains(".WithOperationId(\"release-42\").SendAsync();", StringComparison.Ordinal)
            && !screen.Any(line => line.Contains("AFF", StringComparison.Ordinal)));

        terminal.Press("u");
        await ShowsAsync("I", "AFF1003", "", "");
    }

    /// <summary>The number of a menu entry.</summary>
    private static string? Choice(IReadOnlyList<string> screen, string title) =>
        screen.Select(line => Regex.Match(line, $@"^(\d+): {title}$")).FirstOrDefault(line => line.Success)?.Groups[1].Value;

    /// <summary>Whether a line has the diagnostic's sign, number, rule and the beginning of its message.</summary>
    private static bool Shows(IReadOnlyList<string> screen, SeenDiagnostic diagnostic) =>
        screen.Any(line => Regex.IsMatch(line, $@"^{diagnostic.Severity[0]} +{diagnostic.Line} .*{Regex.Escape($"{diagnostic.Id}: {diagnostic.Message[..60]}")}"));

    /// <summary>The line that contains the token, in one of the two windows.</summary>
    private static string Window(IReadOnlyList<string> screen, bool left) =>
        screen.Select(line => line.Split('│')).Where(windows => windows.Length == 2).Select(windows => windows[left ? 0 : 1])
            .FirstOrDefault(line => Regex.IsMatch(line, $"^[WI ] +{Token} ")) ?? "";

    private Task<TimeSpan> ShowsAsync(string leftSign, string left, string rightSign, string right) =>
        terminal.ShowsAsync(screen => Has(Window(screen, left: true), leftSign, left) && Has(Window(screen, left: false), rightSign, right));

    private static bool Has(string line, string sign, string text) =>
        text.Length > 0 ? line.StartsWith(sign, StringComparison.Ordinal) && line.Contains(text, StringComparison.Ordinal) : line.StartsWith(' ') && !line.Contains("AFF", StringComparison.Ordinal);

    private void Window(string direction) => terminal.Press("C-w", direction);

    private void Command(string command)
    {
        terminal.Write($":{command}");
        terminal.Press("Enter");
    }
}
