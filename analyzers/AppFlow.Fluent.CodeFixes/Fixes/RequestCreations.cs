using AppFlow.Fluent.CodeFixes.Edits;
using AppFlow.Fluent.CodeFixes.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.CodeFixes.Fixes;

/// <summary>Where a request is created in a body, as far as can be determined: an entry point, or <c>new</c>.</summary>
internal static class RequestCreations
{
    /// <summary>
    /// The creations of a request from which some path to its use does not set the field, neither directly nor in the same chain.
    /// </summary>
    public static IReadOnlyList<ExpressionSyntax> Without(ExpressionSyntax request, IPropertySymbol field, FixSite site)
    {
        var found = new List<ExpressionSyntax>();
        Add(request, field, site, found, new HashSet<ISymbol>(SymbolEqualityComparer.Default));
        return found;
    }

    /// <summary>Whether a chain that starts in the expression sets the field.</summary>
    public static bool Sets(ExpressionSyntax chain, IPropertySymbol field, FixSite site) => chain switch
    {
        ParenthesizedExpressionSyntax parenthesized => Sets(parenthesized.Expression, field, site),
        InvocationExpressionSyntax call when site.SymbolOf(call) is IMethodSymbol method =>
            SetsHere(call, method, field) || (CallRemoval.ReceiverOf(call) is { } receiver && Sets(receiver, field, site)),
        BaseObjectCreationExpressionSyntax creation when site.SymbolOf(creation) is IMethodSymbol constructor =>
            Names(constructor, creation.ArgumentList, field) || HasMember(creation.Initializer, field),
        WithExpressionSyntax with => HasMember(with.Initializer, field) || Sets(with.Expression, field, site),
        _ => false,
    };

    private static void Add(ExpressionSyntax? request, IPropertySymbol field, FixSite site, List<ExpressionSyntax> found, HashSet<ISymbol> seen)
    {
        switch (request)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                Add(parenthesized.Expression, field, site, found, seen);
                break;
            case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed:
                Add(suppressed.Operand, field, site, found, seen);
                break;
            case ConditionalExpressionSyntax choice:
                Add(choice.WhenTrue, field, site, found, seen);
                Add(choice.WhenFalse, field, site, found, seen);
                break;
            case SwitchExpressionSyntax choice:
                choice.Arms.ToList().ForEach(arm => Add(arm.Expression, field, site, found, seen));
                break;
            case AssignmentExpressionSyntax assignment:
                Add(assignment.Right, field, site, found, seen);
                break;
            case InvocationExpressionSyntax call when site.SymbolOf(call) is IMethodSymbol method && RequestSymbols.IsRequest(method.ReturnType):
                if (SetsHere(call, method, field))
                {
                    break;
                }

                if (CallRemoval.ReceiverOf(call) is { } receiver && (!method.IsStatic || method.ReducedFrom is not null))
                {
                    Add(receiver, field, site, found, seen);
                }
                else if (method.IsStatic && !method.IsExtensionMethod && RequestSymbols.IsOfLibrary(method))
                {
                    found.Add(call);
                }

                break;
            case BaseObjectCreationExpressionSyntax or WithExpressionSyntax when RequestSymbols.IsRequest(site.TypeOf(request)) && !Sets(request, field, site):
                found.Add(request);
                break;
            case IdentifierNameSyntax name when site.SymbolOf(name) is ILocalSymbol { DeclaringSyntaxReferences.Length: 1 } local && seen.Add(local):
                AddLocal(local, name, field, site, found, seen);
                break;
        }
    }

    private static void AddLocal(ILocalSymbol local, IdentifierNameSyntax use, IPropertySymbol field, FixSite site, List<ExpressionSyntax> found, HashSet<ISymbol> seen)
    {
        if (local.DeclaringSyntaxReferences[0].GetSyntax(site.CancellationToken) is not VariableDeclaratorSyntax declarator)
        {
            return;
        }

        Add(declarator.Initializer?.Value, field, site, found, seen);
        foreach (var assignment in UnusedNames.MemberAround(use).DescendantNodes().OfType<AssignmentExpressionSyntax>())
        {
            if (assignment.IsKind(SyntaxKind.SimpleAssignmentExpression)
                && assignment.Left is IdentifierNameSyntax { Identifier.ValueText: var written }
                && written == local.Name
                && SymbolEqualityComparer.Default.Equals(site.SymbolOf(assignment.Left), local))
            {
                Add(assignment.Right, field, site, found, seen);
            }
        }
    }

    private static bool SetsHere(InvocationExpressionSyntax call, IMethodSymbol method, IPropertySymbol field) =>
        RequestSymbols.IsWith(method) && SymbolEqualityComparer.Default.Equals(RequestSymbols.FieldOf(method.ReturnType, method), field)
        || Names(method, call.ArgumentList, field);

    private static bool Names(IMethodSymbol method, ArgumentListSyntax? arguments, IPropertySymbol field)
    {
        for (var i = 0; i < arguments?.Arguments.Count; i++)
        {
            var name = arguments.Arguments[i].NameColon?.Name.Identifier.ValueText ?? (i < method.Parameters.Length ? method.Parameters[i].Name : "");
            if (string.Equals(name, field.Name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasMember(InitializerExpressionSyntax? initializer, IPropertySymbol field) =>
        initializer?.Expressions.Any(member => member is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var name } } && name == field.Name) == true;
}
