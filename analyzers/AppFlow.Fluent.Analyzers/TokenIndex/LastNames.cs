using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.Analyzers.TokenIndex;

/// <summary>The last part of a name, because types and attributes may or may not be qualified in the syntax.</summary>
internal static class LastNames
{
    /// <summary>The last part of a type's name; null for arrays, tuples and similar types.</summary>
    public static string? Of(TypeSyntax? type) => type switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        QualifiedNameSyntax name => name.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax name => name.Name.Identifier.ValueText,
        NullableTypeSyntax nullable => Of(nullable.ElementType),
        _ => null,
    };

    /// <summary>The whole name whose last part this is; null for anything else.</summary>
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
