using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AppFlow.Fluent.Rooms.Tests;

/// <summary>Texts of the packages mention nothing that exists only in this repository.</summary>
public sealed class MessageTests
{
    private static readonly string[] OnlyHere = ["dotnet run", "--project", "src/", "samples/", "tests/", ".csproj"];

    public static TheoryData<string> Projects() => [.. ProjectSources.Projects()];

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_text_names_a_path_of_the_repository(string project)
    {
        var texts =
            from file in ProjectSources.Of(project)
            from token in CSharpSyntaxTree.ParseText(file.Text).GetRoot().DescendantTokens()
            where token.IsKind(SyntaxKind.StringLiteralToken) || token.IsKind(SyntaxKind.InterpolatedStringTextToken) || token.IsKind(SyntaxKind.MultiLineRawStringLiteralToken)
            where OnlyHere.Any(part => token.ValueText.Contains(part, StringComparison.Ordinal))
            select $"{file.Path}({token.GetLocation().GetLineSpan().StartLinePosition.Line + 1}): {token.ValueText}";
        Assert.Empty(texts);
    }
}
