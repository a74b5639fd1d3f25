using AppFlow.Fluent.Analyzers.Libraries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.Analyzers.TokenIndex;

/// <summary>
/// Finds unmarked methods of a tree that may forward a parameter as a token: a <c>With…</c> method or an extension that uses a token
/// member.
/// </summary>
internal static class ForwardingReader
{
    public static IReadOnlyList<string> Read(string name, SyntaxTree tree, CancellationToken cancellationToken)
    {
        List<string>? methods = null;
        foreach (var word in WordOccurrences.Of(name, tree, cancellationToken))
        {
            if (word.Parent?.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method && method.Identifier != word && MayForward(method))
            {
                (methods ??= []).Add(method.Identifier.ValueText);
            }
        }

        return methods ?? (IReadOnlyList<string>)[];
    }

    private static bool MayForward(MethodDeclarationSyntax method)
    {
        var parameters = method.ParameterList.Parameters;
        var isExtension = parameters.Count > 0 && parameters[0].Modifiers.Any(SyntaxKind.ThisKeyword);
        return parameters.Count > (isExtension ? 1 : 0) && (isExtension || method.Parent is not BaseTypeDeclarationSyntax || RequestNames.IsWith(method.Identifier.ValueText));
    }
}
