using System.Text.RegularExpressions;
using AppFlow.Fluent.Analyzers.Tests.Verification;
using AppFlow.Fluent.Rules.Catalog;
using Microsoft.CodeAnalysis;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Docs;

/// <summary>Compares every rule's descriptor, code fix and release note with its page, and runs all rules on the page's code.</summary>
public sealed class RulePageTests
{
    private static readonly string[] Headings = ["Cause", "Why", "Flagged", "Fixed", "When to suppress", "Configuration"];

    // The rules that also cover AWS SDK requests.
    private static readonly string[] RawHeadings = ["Cause", "Why", "Flagged", "Fixed", "Silent", "Wrappers", "When to suppress", "Configuration"];

    private static readonly HashSet<string> RawRules = ["AFF1001", "AFF1002", "AFF1003", "AFF1004", "AFF1005", "AFF2001", "AFF2002", "AFF2003"];

    // Every rule has a page and a release note, even before an analyzer reports it.
    private static readonly Dictionary<string, DiagnosticDescriptor> Rules = typeof(Analyzers.Descriptors)
        .GetFields()
        .Select(field => field.GetValue(null))
        .OfType<DiagnosticDescriptor>()
        .ToDictionary(rule => rule.Id);

    private static readonly HashSet<string> Reported = [.. AllRules.Analyzers().SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(rule => rule.Id)];

    private static readonly HashSet<string> Fixable = [.. AllRules.Fixes().SelectMany(fix => fix.FixableDiagnosticIds)];

    public static TheoryData<string> RawIds => [.. RawRules];

    public static TheoryData<string> Ids => [.. Rules.Keys.Order(StringComparer.Ordinal)];

    [Fact]
    public void Rules_and_pages_are_the_same() =>
        Assert.Equal(RuleCatalog.All.Select(rule => rule.Id), RulePage.All().Select(page => page.Id));

    [Fact]
    public void The_page_of_the_F_sharp_checker_says_what_the_catalogue_says()
    {
        var rule = RuleCatalog.All.Single(rule => rule.Id == RuleIds.CheckerFailed);
        var page = RulePage.Of(rule.Id);
        Assert.Equal($"{rule.Id}: {rule.Title}", page.Title);
        Assert.Equal(rule.Severity.ToString(), page.Row("Severity"));
        Assert.Equal(rule.Category, page.Row("Category"));
        Assert.False(page.HasFix);
        Assert.Equal(["Cause", "Why", "What to do", "When to suppress", "Configuration"], page.Headings);
    }

    [Fact]
    public void Analyzers_and_fixes_have_no_other_rules()
    {
        Assert.Equal(Rules.Keys.Order(StringComparer.Ordinal), Reported.Order(StringComparer.Ordinal));
        Assert.Empty(Fixable.Except(Rules.Keys));
    }

    [Fact]
    public void Analyzers_share_the_descriptors() => Assert.All(
        AllRules.Analyzers().SelectMany(analyzer => analyzer.SupportedDiagnostics),
        rule => Assert.Equal(Rules[rule.Id], rule));

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_page_agrees_with_the_descriptor(string id)
    {
        var rule = Rules[id];
        var page = RulePage.Of(id);

        Assert.Equal($"{id}: {rule.Title}", page.Title);
        Assert.Equal(id, page.Row("Id"));
        Assert.Equal(rule.DefaultSeverity.ToString(), page.Row("Severity"));
        Assert.Equal(rule.Category, page.Row("Category"));
        Assert.True(rule.IsEnabledByDefault);
        Assert.EndsWith($"/analyzers/docs/{id}.md", rule.HelpLinkUri, StringComparison.Ordinal);
        var headings = RawRules.Contains(id) ? RawHeadings : Headings;
        Assert.Equal(headings, page.Headings);
        Assert.All(headings, heading => Assert.NotEmpty(page.Section(heading)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_page_configures_the_rule_with_its_default(string id)
    {
        var severity = Rules[id].DefaultSeverity == DiagnosticSeverity.Info ? "suggestion" : "warning";
        Assert.Contains($"dotnet_diagnostic.{id}.severity = {severity}\n", RulePage.Of(id).Section("Configuration"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_page_says_whether_there_is_a_fix(string id)
    {
        // Fixes may still be missing, but every existing fix must be on the page.
        if (Fixable.Contains(id) || Reported.Count == Rules.Count)
        {
            Assert.Equal(RulePage.Of(id).HasFix, Fixable.Contains(id));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_release_note_agrees_with_the_descriptor(string id)
    {
        var rule = Rules[id];
        var notes = Path.Combine(Repository.Root, "analyzers", "AppFlow.Fluent.Analyzers");
        var rows = Regex.Matches(
            File.ReadAllText(Path.Combine(notes, "AnalyzerReleases.Shipped.md")) + "\n" + File.ReadAllText(Path.Combine(notes, "AnalyzerReleases.Unshipped.md")),
            $@"^{id} \| (\w+) \| (\w+) \| (.*)$",
            RegexOptions.Multiline);
        var row = Assert.Single(rows);
        Assert.Equal(rule.Category, row.Groups[1].Value);
        Assert.Equal(rule.DefaultSeverity.ToString(), row.Groups[2].Value);
        Assert.Equal(rule.Title.ToString(), row.Groups[3].Value.Trim());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Flagged_code_of_the_page_is_flagged(string id)
    {
        var page = RulePage.Of(id);
        foreach (var code in Shown(page, "Flagged"))
        {
            Assert.Contains(id, await DiagnosticsAsync(page, code, "Flagged"));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Fixed_code_of_the_page_is_silent_for_all_rules(string id)
    {
        var page = RulePage.Of(id);
        foreach (var code in Shown(page, "Fixed"))
        {
            Assert.Empty(await DiagnosticsAsync(page, code, "Fixed"));
        }
    }

    [Theory]
    [MemberData(nameof(RawIds))]
    public async Task Silent_code_of_the_page_is_silent_for_all_rules(string id)
    {
        var page = RulePage.Of(id);
        Assert.NotEmpty(page.Code("Silent"));
        foreach (var code in page.Code("Silent"))
        {
            Assert.Empty(await DiagnosticsAsync(page, code, "Silent"));
        }
    }

    [Theory]
    [MemberData(nameof(RawIds))]
    public async Task Wrapper_code_of_the_page_is_flagged(string id)
    {
        var page = RulePage.Of(id);
        foreach (var code in page.Code("Wrappers"))
        {
            Assert.Contains(id, await DiagnosticsAsync(page, code, "Wrappers"));
        }
    }

    // Mistakes of both kinds of request are shown for both.
    private static IReadOnlyList<PageCode> Shown(RulePage page, string heading)
    {
        var code = page.Code(heading);
        Assert.Equal(RawRules.Contains(page.Id) ? [false, true] : [false], code.Select(piece => piece.IsRaw).Distinct().Order());
        return code;
    }

    private static async Task<HashSet<string>> DiagnosticsAsync(RulePage page, PageCode code, string heading)
    {
        var compilation = code.Compile();
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return [.. (await Analysis.DiagnosticsAsync(compilation, page.Tokens(heading) is { } tokens ? [new TokenList(tokens)] : [])).Select(diagnostic => diagnostic.Id)];
    }
}
