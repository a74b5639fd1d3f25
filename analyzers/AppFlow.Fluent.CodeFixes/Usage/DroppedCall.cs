using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.CodeFixes.Usage;

/// <summary>How one call leaves a chain: a <c>With…</c> goes whole, a call that begins the request loses its argument.</summary>
internal sealed class DroppedCall
{
    private readonly Func<SyntaxNode, SyntaxNode> _edit;

    private DroppedCall(string title, SyntaxNode edited, Func<SyntaxNode, SyntaxNode> edit)
    {
        Title = title;
        Edited = edited;
        _edit = edit;
    }

    public string Title { get; }

    /// <summary>The node that the edit replaces.</summary>
    public SyntaxNode Edited { get; }

    /// <summary>The edit of one call; null when what is left would not compile, or would no longer run what the argument runs.</summary>
    public static DroppedCall? Of(ExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol method || ArgumentsOf(call) is not { } arguments || !CanGo(arguments))
        {
            return null;
        }

        if (method is { IsStatic: false, MethodKind: not MethodKind.Constructor } or { MethodKind: MethodKind.ReducedExtension })
        {
            return OfWith((InvocationExpressionSyntax)call, method);
        }

        return !method.IsExtensionMethod && arguments.Arguments.Count == 1 && HasOverloadWithoutParameters(method, call.SpanStart, model)
            ? new DroppedCall($"Drop the argument of {NameOf(method)}", arguments, rewritten => WithoutArguments((ArgumentListSyntax)rewritten))
            : null;
    }

    public SyntaxNode Edit(SyntaxNode rewritten) => _edit(rewritten);

    private static DroppedCall? OfWith(InvocationExpressionSyntax call, IMethodSymbol method)
    {
        var title = $"Drop {method.Name}";
        return call switch
        {
            // The call after it in the chain takes its receiver over, behind a ?. too.
            { Expression: MemberAccessExpressionSyntax or MemberBindingExpressionSyntax, Parent: MemberAccessExpressionSyntax after } when after.Expression == call =>
                new DroppedCall(title, after, rewritten => WithoutCallBefore((MemberAccessExpressionSyntax)rewritten)),
            { Expression: MemberAccessExpressionSyntax } =>
                new DroppedCall(title, call, rewritten => ReceiverOf((InvocationExpressionSyntax)rewritten)),
            _ => null,
        };
    }

    private static ExpressionSyntax WithoutCallBefore(MemberAccessExpressionSyntax after)
    {
        var call = (InvocationExpressionSyntax)after.Expression;
        return call.Expression is MemberBindingExpressionSyntax binding
            ? SyntaxFactory.MemberBindingExpression(binding.OperatorToken, after.Name)
            : after.WithExpression(ReceiverOf(call));
    }

    private static ExpressionSyntax ReceiverOf(InvocationExpressionSyntax call)
    {
        var access = (MemberAccessExpressionSyntax)call.Expression;
        var trivia = ChainTrivia.Between(
            access.Expression.GetTrailingTrivia(),
            access.OperatorToken.LeadingTrivia,
            call.GetTrailingTrivia());
        return access.Expression.WithTrailingTrivia(trivia);
    }

    private static ArgumentListSyntax WithoutArguments(ArgumentListSyntax arguments) => arguments
        .WithOpenParenToken(arguments.OpenParenToken.WithTrailingTrivia())
        .WithArguments(default)
        .WithCloseParenToken(arguments.CloseParenToken.WithLeadingTrivia());

    private static ArgumentListSyntax? ArgumentsOf(ExpressionSyntax call) => call switch
    {
        InvocationExpressionSyntax invocation => invocation.ArgumentList,
        BaseObjectCreationExpressionSyntax { Initializer: null, ArgumentList: { } arguments } => arguments,
        _ => null,
    };

    // What declares a variable, or does something besides giving a value, stays.
    private static bool CanGo(ArgumentListSyntax arguments) => !arguments.DescendantNodes().Any(node => node
        is AwaitExpressionSyntax
        or AssignmentExpressionSyntax
        or DeclarationExpressionSyntax
        or SingleVariableDesignationSyntax
        or PostfixUnaryExpressionSyntax { RawKind: not (int)SyntaxKind.SuppressNullableWarningExpression }
        or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression });

    private static bool HasOverloadWithoutParameters(IMethodSymbol method, int position, SemanticModel model) =>
        method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>().Any(other =>
            other.Parameters.IsEmpty
            && other.IsStatic == method.IsStatic
            && other.TypeParameters.Length == method.TypeParameters.Length
            && SymbolEqualityComparer.Default.Equals(other.ReturnType, method.ReturnType)
            && model.IsAccessible(position, other));

    private static string NameOf(IMethodSymbol method) => method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.Name;
}
