using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.Analyzers.TokenIndex;

/// <summary>Reads the types and aliases that a tree declares. Bodies are not read.</summary>
internal static class DeclarationReader
{
    public static TreeDeclarations Read(SyntaxNode root)
    {
        var aliases = new Dictionary<string, string>(StringComparer.Ordinal);
        var types = new List<TypeSummary>();
        var texts = new TokenTextReader(new LocalNames());
        foreach (var node in root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
        {
            switch (node)
            {
                case UsingDirectiveSyntax { Alias: { } alias, NamespaceOrType: TypeSyntax target } when LastNames.Of(target) is { } targetName:
                    aliases[alias.Name.Identifier.ValueText] = targetName;
                    break;
                case TypeDeclarationSyntax type:
                    types.Add(Summary(type, texts));
                    break;
            }
        }

        return new TreeDeclarations(types, aliases);
    }

    private static TypeSummary Summary(TypeDeclarationSyntax type, TokenTextReader texts)
    {
        var bases = type.BaseList?.Types.Select(baseType => LastNames.Of(baseType.Type)).OfType<string>().ToList() ?? [];
        var summary = new TypeSummary(type.Identifier.ValueText, bases, SizeOf(type));
        foreach (var parameter in type.ParameterList?.Parameters ?? [])
        {
            summary.Members[parameter.Identifier.ValueText] = new TypeSummary.Member(LastNames.Of(parameter.Type), TokenText.NotHardCoded);
        }

        foreach (var member in type.Members)
        {
            switch (member)
            {
                case PropertyDeclarationSyntax property:
                    summary.Members[property.Identifier.ValueText] = new TypeSummary.Member(LastNames.Of(property.Type), TokenText.NotHardCoded);
                    break;
                case BaseFieldDeclarationSyntax field:
                    foreach (var declarator in field.Declaration.Variables)
                    {
                        summary.Members[declarator.Identifier.ValueText] =
                            new TypeSummary.Member(LastNames.Of(field.Declaration.Type), TextOf(field, declarator, texts));
                    }

                    break;
            }
        }

        return summary;
    }

    private static int SizeOf(TypeDeclarationSyntax type)
    {
        var size = type.ParameterList?.Parameters.Count ?? 0;
        foreach (var member in type.Members)
        {
            size += member is PropertyDeclarationSyntax or BaseFieldDeclarationSyntax ? 1 : 0;
        }

        return size;
    }

    private static TokenText TextOf(BaseFieldDeclarationSyntax field, VariableDeclaratorSyntax declarator, TokenTextReader texts) =>
        (field.Modifiers.Any(SyntaxKind.ConstKeyword) || (field.Modifiers.Any(SyntaxKind.StaticKeyword) && field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword)))
        && declarator.Initializer is { Value: { } value }
            ? texts.Read(value)
            : TokenText.NotHardCoded;
}
