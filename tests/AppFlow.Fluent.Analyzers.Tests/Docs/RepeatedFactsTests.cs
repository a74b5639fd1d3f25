using System.Text.RegularExpressions;
using AppFlow.Fluent.Analyzers.Tests.Verification;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Docs;

/// <summary>Statements about the rules outside of their code agree with the analyzers and the fixes.</summary>
public sealed class RepeatedFactsTests
{
    private static readonly List<string> Reported =
        [.. AllRules.Analyzers().SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(rule => rule.Id).Distinct().Order(StringComparer.Ordinal)];

    // AFF0001 is not about a source file, so no sample has one.
    private static readonly List<string> OfSources = [.. Reported.Where(id => id != "AFF0001")];

    private static readonly List<string> Fixable =
        [.. AllRules.Fixes().SelectMany(fix => fix.FixableDiagnosticIds).Distinct().Order(StringComparer.Ordinal)];

    // There is none for AWS SDK requests, because only the author knows the value.
    private static readonly string[] FixableForFluentRequestsAlone = ["AFF2001", "AFF2002"];

    [Fact]
    public void The_README_lists_each_rule_and_says_which_have_a_fix()
    {
        var rows = Regex.Matches(File.ReadAllText(Path.Combine(Repository.Root, "README.md")), @"^\| \[(AFF\d{4})\]\(\S+\) \| (Warning|Info) \|.*\| (yes )?\|$", RegexOptions.Multiline);

        Assert.Equal(Reported, rows.Select(row => row.Groups[1].Value));
        Assert.Equal(Fixable, rows.Where(row => row.Groups[3].Success).Select(row => row.Groups[1].Value));
    }

    [Fact]
    public void The_script_that_tries_the_fixes_knows_each_rule()
    {
        var script = File.ReadAllText(Path.Combine(Repository.Root, ".ci/fixes"));
        var tried = Regex.Match(script, "^for id in (.*); do$", RegexOptions.Multiline).Groups[1].Value.Split(' ');
        var before = Regex.Match(script, "^\\[ \"\\$before\" = '(.*) ' \\]$", RegexOptions.Multiline).Groups[1].Value.Split(' ');
        var after = Regex.Match(script, "^\\[ \"\\$after\" = '(.*) ' \\]$", RegexOptions.Multiline).Groups[1].Value.Split(' ');

        Assert.Equal(Fixable, tried);
        Assert.Equal(OfSources, before);
        Assert.Equal(OfSources.Except(Fixable.Except(FixableForFluentRequestsAlone)), after);
    }

    [Fact]
    public void The_sample_shows_each_rule()
    {
        var shown = Directory.EnumerateFiles(Path.Combine(Repository.Root, "samples", "Diagnostics"), "*.cs")
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), @"// (AFF\d{4})"))
            .Select(comment => comment.Groups[1].Value)
            .Distinct()
            .Order(StringComparer.Ordinal);

        Assert.Equal(OfSources, shown);
    }
}
