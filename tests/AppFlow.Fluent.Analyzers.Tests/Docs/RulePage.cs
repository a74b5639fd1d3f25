using System.Text.RegularExpressions;
using AppFlow.Fluent.Analyzers.Tests.Verification;

namespace AppFlow.Fluent.Analyzers.Tests.Docs;

/// <summary>A rule's page under analyzers/docs, parsed.</summary>
internal sealed class RulePage
{
    private readonly string _text;

    private RulePage(string path)
    {
        Id = Path.GetFileNameWithoutExtension(path);
        _text = File.ReadAllText(path).ReplaceLineEndings("\n");
    }

    public string Id { get; }

    /// <summary>The first line without its heading sign.</summary>
    public string Title => Regex.Match(_text, @"\A# (.*)\n").Groups[1].Value;

    public bool HasFix => Row("Code fix") switch
    {
        "yes" => true,
        "no" => false,
        var other => throw new InvalidOperationException($"{Id}: the code fix is '{other}'."),
    };

    public static IReadOnlyList<RulePage> All() =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "analyzers", "docs"), "AFF*.md").Order(StringComparer.Ordinal).Select(path => new RulePage(path))];

    public static RulePage Of(string id) => All().Single(page => page.Id == id);

    public IReadOnlyList<string> Headings => [.. Regex.Matches(_text, "^## (.*)$", RegexOptions.Multiline).Select(match => match.Groups[1].Value)];

    /// <summary>A cell of the table at the top.</summary>
    public string Row(string name) => Regex.Match(_text, $@"^\| {name} \| (.*) \|$", RegexOptions.Multiline).Groups[1].Value;

    public string Section(string heading) => Regex.Match(_text, $@"^## {heading}\n(.*?)(?=^## |\z)", RegexOptions.Multiline | RegexOptions.Singleline).Groups[1].Value.Trim();

    /// <summary>The token list under a heading; null if there is none.</summary>
    public string? Tokens(string heading) =>
        Regex.Match(Section(heading), "^```text\n(.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline) is { Success: true } list ? list.Groups[1].Value : null;

    /// <summary>The code blocks under a heading, each in a file.</summary>
    public IReadOnlyList<PageCode> Code(string heading) =>
        [.. Regex.Matches(Section(heading), "^```csharp\n(.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline).Select(code => new PageCode(code.Groups[1].Value))];
}
