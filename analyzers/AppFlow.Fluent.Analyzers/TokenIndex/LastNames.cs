using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.Analyzers.TokenIndex;

/// <summary>The last part of a name, which is all that the syntax tells of a type or attribute that may be qualified or not.</summary>
internal static class LastNames
{
    /// <summary>The last part of a type's name; null for an array, a tuple and the like.</summary>
    public static string? Of(TypeSyntax? type) => type switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        QualifiedNameSyntax name => name.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax name => name.Name.Identifier.ValueText,
        NullableTypeSyntax nullable => Of(nullable.ElementType),
        _ => null,
    };

    /// <summary>The whole name of which this is the last part; null for what is no name, or another part of one.</summary>
    public static NameSyntax? Whole(SyntaxNode? last)
    {
        var name = last as NameSyntax;
        while (name?.Parent is NameSyntax around)
        {
            name = IsLast(name, around) ? around : null;
        }

        return name;
    }

    private static bool IsLast(NameSyntax part, NameSyntax whole) => whole switch
    {
        QualifiedNameSyntax name => name.Right == part,
        AliasQualifiedNameSyntax name => name.Name == part,
        _ => false,
    };
}
