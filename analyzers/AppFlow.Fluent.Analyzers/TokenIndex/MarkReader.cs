using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.Analyzers.TokenIndex;

/// <summary>Finds the parameters and properties of a tree with an attribute, by the attribute's last name as written.</summary>
internal static class MarkReader
{
    public static MarkedMembers Read(string attribute, SyntaxTree tree, CancellationToken cancellationToken)
    {
        MarkedMembers? members = null;
        foreach (var word in WordOccurrences.Of(attribute, tree, cancellationToken))
        {
            if (LastNames.Whole(word.Parent) is { Parent: AttributeSyntax { Parent: AttributeListSyntax { Parent: { } marked } } })
            {
                Add(marked, members ??= new MarkedMembers());
            }
        }

        return members ?? MarkedMembers.None;
    }

    private static void Add(SyntaxNode marked, MarkedMembers members)
    {
        switch (marked)
        {
            case PropertyDeclarationSyntax property:
                members.Properties.Add(property.Identifier.ValueText);
                if (property.Parent is TypeDeclarationSyntax type)
                {
                    AddSetters(type, property.Identifier.ValueText, members);
                }

                break;
            case ParameterSyntax parameter:
                Add(parameter, members);
                break;
        }
    }

    // Members that set a marked property need no mark: a constructor, a With… that names the property.
    private static void AddSetters(TypeDeclarationSyntax type, string property, MarkedMembers members)
    {
        members.Types.Add(type.Identifier.ValueText);
        foreach (var method in type.Members.OfType<MethodDeclarationSyntax>())
        {
            if (method.ParameterList.Parameters.Count > 0
                && (method.DescendantTokens().Any(token => token.ValueText == property && token.Parent is IdentifierNameSyntax) || Makes(method, type)))
            {
                members.Methods.Add(method.Identifier.ValueText);
            }
        }
    }

    // It passes its parameter to a constructor, which sets the property.
    private static bool Makes(MethodDeclarationSyntax method, TypeDeclarationSyntax type) => method.DescendantNodes()
        .Any(node => node is ImplicitObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 }
            || (node is ObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0, Type: SimpleNameSyntax made } && made.Identifier.ValueText == type.Identifier.ValueText));

    private static void Add(ParameterSyntax parameter, MarkedMembers members)
    {
        switch (parameter.Parent?.Parent)
        {
            case MethodDeclarationSyntax method:
                members.Methods.Add(method.Identifier.ValueText);
                break;
            case LocalFunctionStatementSyntax function:
                members.Methods.Add(function.Identifier.ValueText);
                break;
            case ConstructorDeclarationSyntax constructor:
                members.Types.Add(constructor.Identifier.ValueText);
                break;
            case DelegateDeclarationSyntax type:
                members.Delegates.Add(type.Identifier.ValueText);
                break;
            case IndexerDeclarationSyntax:
                members.HasIndexer = true;
                break;
            case TypeDeclarationSyntax type:
                // In a record the attribute may target the parameter's property.
                members.Properties.Add(parameter.Identifier.ValueText);
                AddSetters(type, parameter.Identifier.ValueText, members);
                break;
        }
    }
}
