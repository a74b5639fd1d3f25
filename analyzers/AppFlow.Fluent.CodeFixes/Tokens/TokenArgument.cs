using AppFlow.Fluent.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AppFlow.Fluent.CodeFixes.Tokens;

/// <summary>The argument that a diagnosed token expression is, or is an arm of, and the call that it is given to.</summary>
internal sealed class TokenArgument
{
    private TokenArgument(ArgumentSyntax syntax, IOperation call, IArgumentOperation operation, SemanticModel semantics, FluentModel model)
    {
        Syntax = syntax;
        Call = call;
        Operation = operation;
        Semantics = semantics;
        Model = model;
    }

    public ArgumentSyntax Syntax { get; }

    public BaseArgumentListSyntax List => (BaseArgumentListSyntax)Syntax.Parent!;

    /// <summary>An invocation or object creation.</summary>
    public IOperation Call { get; }

    public IArgumentOperation Operation { get; }

    public SemanticModel Semantics { get; }

    public FluentModel Model { get; }

    /// <summary>
    /// The call where it is <c>request.With…(token)</c> and does nothing but set the token; null for any other, also for an extension
    /// method that is called like a static one.
    /// </summary>
    public RequestCall? AsWith() =>
        Model.CallOf(Call) is { Kind: RequestCallKind.With, Request.Token: { } token } call
        && Call.Syntax is InvocationExpressionSyntax { ArgumentList.Arguments.Count: 1, Expression: MemberAccessExpressionSyntax or MemberBindingExpressionSyntax } syntax
        && Semantics.GetSymbolInfo(syntax).Symbol is IMethodSymbol method
        && (!method.IsStatic || method.ReducedFrom is not null)
        && call.Sets.Length == 1
        && call.Sets[0].Field == token
            ? call
            : null;

    public static TokenArgument? Find(SyntaxNode root, TextSpan token, SemanticModel semantics, CancellationToken cancellationToken)
    {
        if (FluentModel.For(semantics.Compilation) is not { } model
            || root.FindNode(token, getInnermostNodeForTie: true) is not ExpressionSyntax expression
            || Whole(expression).Parent is not ArgumentSyntax { Parent: BaseArgumentListSyntax { Parent: { } callSyntax } } argument
            || semantics.GetOperation(callSyntax, cancellationToken) is not { } call)
        {
            return null;
        }

        var arguments = call switch
        {
            IInvocationOperation invocation => invocation.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => [],
        };
        var operation = arguments.FirstOrDefault(candidate => candidate.ArgumentKind == ArgumentKind.Explicit && argument.Span.Contains(candidate.Syntax.Span));
        return operation?.Parameter is null || !model.IsToken(operation.Parameter)
            ? null
            : new TokenArgument(argument, call, operation, semantics, model);
    }

    // An arm's whole is the choice that it is an arm of.
    private static ExpressionSyntax Whole(ExpressionSyntax expression)
    {
        while (true)
        {
            switch (expression.Parent)
            {
                case ParenthesizedExpressionSyntax or CastExpressionSyntax or CheckedExpressionSyntax:
                case PostfixUnaryExpressionSyntax unary when unary.IsKind(SyntaxKind.SuppressNullableWarningExpression):
                case ConditionalExpressionSyntax choice when choice.Condition != expression:
                case BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.CoalesceExpression):
                    expression = (ExpressionSyntax)expression.Parent;
                    break;
                case SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax whole } arm when arm.Expression == expression:
                    expression = whole;
                    break;
                default:
                    return expression;
            }
        }
    }
}
