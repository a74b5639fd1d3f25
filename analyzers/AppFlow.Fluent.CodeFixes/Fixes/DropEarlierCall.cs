using AppFlow.Fluent.CodeFixes.Edits;
using AppFlow.Fluent.CodeFixes.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.CodeFixes.Fixes;

/// <summary>
/// How one call is removed from a chain: a <c>With…</c> is removed completely, a call that creates the request loses its argument.
/// </summary>
internal sealed class DropEarlierCall() : Remedy(nameof(DropEarlierCallCodeFix))
{
    public override string? Plan(Diagnostic diagnostic, FixSite site, FileEdits edits)
    {
        // Code that declares a variable or has side effects stays.
        if (!Reports.IsAllLost(diagnostic)
            || site.NodeAt(diagnostic.Location)?.FirstAncestorOrSelf<ExpressionSyntax>(node => node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax) is not { } call
            || ArgumentsOf(call) is not { ContainsDirectives: false } arguments
            || site.SymbolOf(call) is not IMethodSymbol method
            || arguments.Arguments.Any(argument => site.HasEffects(argument.Expression)))
        {
            return null;
        }

        if (call is InvocationExpressionSyntax with && (method is { IsStatic: false, MethodKind: MethodKind.Ordinary } or { MethodKind: MethodKind.ReducedExtension }))
        {
            return with.Parent is not ExpressionStatementSyntax && CallRemoval.Add(with, edits) ? $"Remove {method.Name}" : null;
        }

        if (method.IsExtensionMethod || arguments.Arguments.Count != 1 || !HasOverloadWithoutParameters(method, call.SpanStart, site.Model))
        {
            return null;
        }

        edits.Remove(arguments.Arguments[0]);
        return $"Remove the argument of {(method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.Name)}";
    }

    private static ArgumentListSyntax? ArgumentsOf(ExpressionSyntax call) => call switch
    {
        InvocationExpressionSyntax invocation => invocation.ArgumentList,
        BaseObjectCreationExpressionSyntax { Initializer: null, ArgumentList: { } arguments } => arguments,
        _ => null,
    };

    private static bool HasOverloadWithoutParameters(IMethodSymbol method, int position, SemanticModel model) =>
        method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>().Any(other =>
            other.Parameters.IsEmpty
            && other.IsStatic == method.IsStatic
            && other.TypeParameters.Length == method.TypeParameters.Length
            && SymbolEqualityComparer.Default.Equals(other.ReturnType, method.ReturnType)
            && model.IsAccessible(position, other));
}
