using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.CodeFixes.Fixes;

/// <summary>The variable at the root of a call chain, if the chain's value can be assigned to it.</summary>
internal static class AssignedRoot
{
    public static ExpressionSyntax? Of(ExpressionSyntax chain, FixSite site)
    {
        var (model, cancellationToken) = (site.Model, site.CancellationToken);
        var (root, isConditional) = RootOf(chain, model, cancellationToken);
        return root is not null
            && IsPlainPath(root, model, cancellationToken)
            && !IsOwnParameter(root, chain)
            && model.GetSymbolInfo(root, cancellationToken).Symbol is { } symbol
            && TypeOfAssignable(symbol, chain.SpanStart, model) is { } type
            && model.GetTypeInfo(chain, cancellationToken).Type is { } value
            && model.Compilation.ClassifyConversion(value, type) is { IsImplicit: true, IsUserDefined: false }
            && !(isConditional && type.NullableAnnotation == NullableAnnotation.NotAnnotated)
            ? root.WithoutTrivia()
            : null;
    }

    private static (ExpressionSyntax? Root, bool IsConditional) RootOf(ExpressionSyntax chain, SemanticModel model, CancellationToken cancellationToken)
    {
        var isConditional = false;
        ExpressionSyntax? current = chain;
        while (true)
        {
            switch (current)
            {
                case ConditionalAccessExpressionSyntax access:
                    isConditional = true;
                    current = access.Expression;
                    break;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax call } invocation:
                    // Extensions.WithTeam(r, "a") has its receiver among the arguments.
                    current = model.GetSymbolInfo(invocation, cancellationToken).Symbol is IMethodSymbol { IsStatic: true, IsExtensionMethod: true } extension
                        ? invocation.ArgumentList.Arguments.FirstOrDefault(argument =>
                            argument.NameColon is null || argument.NameColon.Name.Identifier.ValueText == extension.Parameters[0].Name)?.Expression
                        : call.Expression;
                    break;
                case ParenthesizedExpressionSyntax parenthesized:
                    current = parenthesized.Expression;
                    break;
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed:
                    current = suppressed.Operand;
                    break;
                case IdentifierNameSyntax or MemberAccessExpressionSyntax:
                    return (current, isConditional);
                default:
                    return (null, isConditional);
            }
        }
    }

    // The path is written twice and must mean the same both times: names only, no calls.
    private static bool IsPlainPath(ExpressionSyntax path, SemanticModel model, CancellationToken cancellationToken) => path switch
    {
        ThisExpressionSyntax => true,
        MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression } access => IsPlainPath(access.Expression, model, cancellationToken),
        NameSyntax => model.GetSymbolInfo(path, cancellationToken).Symbol
            is ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol or INamespaceOrTypeSymbol,
        _ => false,
    };

    // The lambda consists only of the chain: nothing would read an assignment to its parameter.
    private static bool IsOwnParameter(ExpressionSyntax root, ExpressionSyntax chain) =>
        chain.Parent is LambdaExpressionSyntax lambda
        && root is IdentifierNameSyntax name
        && (lambda is SimpleLambdaExpressionSyntax { Parameter.Identifier: var only }
            ? only.ValueText == name.Identifier.ValueText
            : ((ParenthesizedLambdaExpressionSyntax)lambda).ParameterList.Parameters.Any(parameter => parameter.Identifier.ValueText == name.Identifier.ValueText));

    // The type of a variable that can be assigned to here; null if uncertain.
    private static ITypeSymbol? TypeOfAssignable(ISymbol symbol, int position, SemanticModel model)
    {
        var member = model.GetEnclosingSymbol(position);
        return symbol switch
        {
            ILocalSymbol { IsConst: false, IsForEach: false, IsUsing: false, IsFixed: false, RefKind: not RefKind.RefReadOnly } local => local.Type,
            IParameterSymbol { RefKind: RefKind.None or RefKind.Ref } parameter => parameter.Type,
            IFieldSymbol { IsReadOnly: false, IsConst: false } field when !IsInReadOnly(member) => field.Type,
            IPropertySymbol { SetMethod: { IsInitOnly: false } setter, ReturnsByRef: false, ReturnsByRefReadonly: false } property
                when !IsInReadOnly(member) && model.IsAccessible(position, setter) => property.Type,
            _ => null,
        };
    }

    private static bool IsInReadOnly(ISymbol? member) => member is IMethodSymbol { IsReadOnly: true } || member?.ContainingType is { IsReadOnly: true };
}
