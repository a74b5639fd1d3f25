using System.Runtime.CompilerServices;
using AppFlow.Fluent.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.Analyzers.Lowering;

/// <summary>
/// Identifies private members that only the constructors of their own class write, although nothing says so: most fields that hold a
/// client.
/// </summary>
internal static class SettledMembers
{
    // Decided by syntax, once for each declaration of a type: a class with 200 methods asks 200 times.
    private static readonly ConditionalWeakTable<TypeDeclarationSyntax, HashSet<string>> Written = new();

    /// <summary>Whether nothing after construction writes a field, or a property's setter.</summary>
    public static bool IsSettled(ISymbol member)
    {
        // Whoever reads an attribute may write the member too: injection, serialisation.
        if (!IsWrittenPrivately(member) || member.ContainingType is not { TypeKind: TypeKind.Class } type || !member.GetAttributes().IsEmpty)
        {
            return false;
        }

        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax() is not TypeDeclarationSyntax declaration || Written.GetValue(declaration, WrittenLater).Contains(member.Name))
            {
                return false;
            }
        }

        return !type.DeclaringSyntaxReferences.IsEmpty;
    }

    private static bool IsWrittenPrivately(ISymbol member) => member switch
    {
        IFieldSymbol field => field.DeclaredAccessibility == Accessibility.Private && !field.IsStatic,
        IPropertySymbol { IsStatic: false, IsVirtual: false, IsOverride: false, SetMethod: { } setter } =>
            setter.DeclaredAccessibility == Accessibility.Private,
        _ => false,
    };

    private static HashSet<string> WrittenLater(TypeDeclarationSyntax type)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in type.Members)
        {
            if (member is not ConstructorDeclarationSyntax)
            {
                names.UnionWith(WrittenNames.In(member));
                continue;
            }

            // A function in a constructor runs later; another object's member is no longer under construction.
            foreach (var node in member.DescendantNodes())
            {
                switch (node)
                {
                    case AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax:
                        names.UnionWith(WrittenNames.In(node));
                        break;
                    case MemberAccessExpressionSyntax { Expression: not ThisExpressionSyntax, Name: var name } access when LocalAssignments.IsWritten(access):
                        names.Add(name.Identifier.ValueText);
                        break;
                    case ArgumentSyntax { Expression: var reference } argument when argument.RefKindKeyword.IsKind(SyntaxKind.RefKeyword):
                        names.UnionWith(reference.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(part => part.Identifier.ValueText));
                        break;
                }
            }
        }

        return names;
    }
}
