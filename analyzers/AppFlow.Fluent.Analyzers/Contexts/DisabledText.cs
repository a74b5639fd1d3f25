using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AppFlow.Fluent.Analyzers.Contexts;

/// <summary>Code that is compiled only under other preprocessor symbols, read once per member and cached with its syntax.</summary>
internal static class DisabledText
{
    private static readonly ConditionalWeakTable<SyntaxNode, HashSet<string>> Members = new();

    /// <summary>Whether such code in the member around a node contains the name.</summary>
    public static bool Mentions(string name, SyntaxNode node) =>
        MemberNames.MemberAround(node) is { ContainsDirectives: true } member && Members.GetValue(member, WordsIn).Contains(name);

    private static HashSet<string> WordsIn(SyntaxNode member)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var trivia in member.DescendantTrivia().Where(trivia => trivia.IsKind(SyntaxKind.DisabledTextTrivia)))
        {
            var text = trivia.ToString();
            for (var start = 0; start < text.Length; start++)
            {
                var end = start;
                while (end < text.Length && SyntaxFacts.IsIdentifierPartCharacter(text[end]))
                {
                    end++;
                }

                if (end > start)
                {
                    words.Add(text.Substring(start, end - start));
                    start = end;
                }
            }
        }

        return words;
    }
}
