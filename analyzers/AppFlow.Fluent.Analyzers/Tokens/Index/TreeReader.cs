using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AppFlow.Fluent.Analyzers.Tokens.Index;

/// <summary>Reads a tree into its summary, in one pass.</summary>
internal sealed class TreeReader
{
    private readonly Dictionary<string, MarkedMembers> _marked = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _aliases = new(StringComparer.Ordinal);
    private readonly List<TypeSummary> _types = [];
    private readonly Dictionary<string, List<TextSpan>> _calls = new(StringComparer.Ordinal);
    private readonly TokenTextReader _texts = new(new LocalNames());

    private TreeReader()
    {
    }

    public static TreeSummary Read(SyntaxTree tree)
    {
        var root = tree.GetRoot();
        var reader = new TreeReader();
        foreach (var node in root.DescendantNodes())
        {
            reader.Visit(node);
        }

        return new TreeSummary(GeneratedCode.IsGeneratedByLook(tree.FilePath, root), reader._marked, reader._aliases, reader._types, reader._calls);
    }

    private void Visit(SyntaxNode node)
    {
        switch (node)
        {
            case InvocationExpressionSyntax call:
                VisitCall(call);
                break;
            case ImplicitObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 }:
                AddCall(SiteKeys.ImplicitCreation, node);
                break;
            case ObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } creation:
                AddCall(NameOf(creation.Type), node);
                break;
            case ConstructorInitializerSyntax { ArgumentList.Arguments.Count: > 0 }:
                AddCall(SiteKeys.ConstructorInitializer, node);
                break;
            case PrimaryConstructorBaseTypeSyntax { ArgumentList.Arguments.Count: > 0 } call:
                AddCall(NameOf(call.Type), node);
                break;
            case ElementAccessExpressionSyntax or ElementBindingExpressionSyntax or ImplicitElementAccessSyntax:
                AddCall(SiteKeys.Indexer, node);
                break;
            case AssignmentExpressionSyntax assignment when assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) || assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression):
                VisitAssignment(assignment);
                break;
            case AttributeSyntax { Parent: AttributeListSyntax { Parent: ParameterSyntax or BasePropertyDeclarationSyntax } list } attribute:
                VisitAttribute(attribute, list);
                break;
            case UsingDirectiveSyntax { Alias: { } alias, NamespaceOrType: TypeSyntax target } when NameOf(target) is { } targetName:
                _aliases[alias.Name.Identifier.ValueText] = targetName;
                break;
            case TypeDeclarationSyntax type:
                VisitType(type);
                break;
        }
    }

    private void VisitCall(InvocationExpressionSyntax call)
    {
        if (call.ArgumentList.Arguments.Count == 0)
        {
            return;
        }

        switch (call.Expression)
        {
            case MemberAccessExpressionSyntax access:
                AddCall(access.Name.Identifier.ValueText, call);
                break;
            case MemberBindingExpressionSyntax binding:
                AddCall(binding.Name.Identifier.ValueText, call);
                break;
            case GenericNameSyntax name:
                AddCall(name.Identifier.ValueText, call);
                break;
            case IdentifierNameSyntax { Identifier.ValueText: var name } when name != "nameof":
                AddCall(name, call);
                AddCall(SiteKeys.LocalCall, call);
                break;
            case IdentifierNameSyntax:
                break;
            default:
                AddCall(SiteKeys.UnnamedCall, call);
                break;
        }
    }

    private void VisitAssignment(AssignmentExpressionSyntax assignment)
    {
        switch (assignment.Left)
        {
            case IdentifierNameSyntax name:
                AddCall(SiteKeys.Assignment(name.Identifier.ValueText), assignment);
                break;
            case MemberAccessExpressionSyntax access:
                AddCall(SiteKeys.Assignment(access.Name.Identifier.ValueText), assignment);
                break;
            case MemberBindingExpressionSyntax binding:
                AddCall(SiteKeys.Assignment(binding.Name.Identifier.ValueText), assignment);
                break;
        }
    }

    private void VisitAttribute(AttributeSyntax attribute, AttributeListSyntax list)
    {
        if (NameOf(attribute.Name) is not { } name)
        {
            return;
        }

        if (!_marked.TryGetValue(name, out var members))
        {
            _marked.Add(name, members = new MarkedMembers());
        }

        switch (list.Parent)
        {
            case PropertyDeclarationSyntax property:
                members.Properties.Add(property.Identifier.ValueText);
                break;
            case ParameterSyntax parameter:
                VisitMarkedParameter(parameter, members);
                break;
        }
    }

    private static void VisitMarkedParameter(ParameterSyntax parameter, MarkedMembers members)
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
                // In a record the attribute may be meant for the property that the parameter makes.
                members.Types.Add(type.Identifier.ValueText);
                members.Properties.Add(parameter.Identifier.ValueText);
                break;
        }
    }

    private void VisitType(TypeDeclarationSyntax type)
    {
        var bases = type.BaseList?.Types.Select(baseType => NameOf(baseType.Type)).OfType<string>().ToList() ?? [];
        var summary = new TypeSummary(type.Identifier.ValueText, bases);
        foreach (var parameter in type.ParameterList?.Parameters ?? [])
        {
            summary.Members[parameter.Identifier.ValueText] = new TypeSummary.Member(NameOf(parameter.Type), TokenText.NotHardCoded);
        }

        foreach (var member in type.Members)
        {
            switch (member)
            {
                case PropertyDeclarationSyntax property:
                    summary.Members[property.Identifier.ValueText] = new TypeSummary.Member(NameOf(property.Type), TokenText.NotHardCoded);
                    break;
                case BaseFieldDeclarationSyntax field:
                    foreach (var declarator in field.Declaration.Variables)
                    {
                        summary.Members[declarator.Identifier.ValueText] = new TypeSummary.Member(NameOf(field.Declaration.Type), TextOf(field, declarator));
                    }

                    break;
            }
        }

        _types.Add(summary);
    }

    private TokenText TextOf(BaseFieldDeclarationSyntax field, VariableDeclaratorSyntax declarator) =>
        (field.Modifiers.Any(SyntaxKind.ConstKeyword) || (field.Modifiers.Any(SyntaxKind.StaticKeyword) && field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword)))
        && declarator.Initializer is { Value: { } value }
            ? _texts.Read(value)
            : TokenText.NotHardCoded;

    private void AddCall(string? key, SyntaxNode node)
    {
        if (key is null)
        {
            return;
        }

        if (!_calls.TryGetValue(key, out var spans))
        {
            _calls.Add(key, spans = []);
        }

        spans.Add(node.Span);
    }

    private static string? NameOf(TypeSyntax? type) => type switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        QualifiedNameSyntax name => name.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax name => name.Name.Identifier.ValueText,
        NullableTypeSyntax nullable => NameOf(nullable.ElementType),
        _ => null,
    };
}
