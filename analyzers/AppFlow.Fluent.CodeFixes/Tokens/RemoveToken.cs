using AppFlow.Fluent.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.CodeFixes.Tokens;

/// <summary>Removes the token: the <c>WithClientToken</c> call, or the optional argument of a wrapper.</summary>
internal static class RemoveToken
{
    public const string Key = nameof(RemoveToken);
    public const string Title = "Remove the client token";

    /// <summary>Adds what is to be changed, or nothing where the token cannot be taken out.</summary>
    public static void Add(TokenArgument argument, TokenEdits edits)
    {
        // A variable that the token declares may be read after it.
        if (argument.Syntax.DescendantNodes().Any(node => node is VariableDesignationSyntax))
        {
            return;
        }

        if (argument.AsWith() is { } call)
        {
            AddCall(call, edits);
        }
        else if (CanBeDropped(argument))
        {
            var index = argument.List.Arguments.IndexOf(argument.Syntax);
            edits.Replace(argument.List, list => Without((BaseArgumentListSyntax)list, index));
        }
    }

    private static void AddCall(RequestCall call, TokenEdits edits)
    {
        var syntax = (InvocationExpressionSyntax)call.Operation.Syntax;
        if (syntax.ContainsDirectives)
        {
            return;
        }

        switch (syntax.Expression)
        {
            case MemberAccessExpressionSyntax access when AssignedToItself(syntax, access.Expression) is { } statement:
                if (statement.Parent is BlockSyntax && !HasComments(statement))
                {
                    edits.Remove(statement);
                }

                break;
            case MemberAccessExpressionSyntax when call.Operation.Parent is not IExpressionStatementOperation:
                edits.Replace(syntax, rewritten =>
                    rewritten is InvocationExpressionSyntax invocation ? RemovedCall.Receiver(invocation, syntax.Parent is MemberAccessExpressionSyntax) : rewritten);
                break;
            case MemberBindingExpressionSyntax when syntax.Parent is MemberAccessExpressionSyntax next && !HasComments(syntax):
                edits.Replace(next, rewritten => rewritten is MemberAccessExpressionSyntax access ? Bind(access) : rewritten);
                break;
            case MemberBindingExpressionSyntax when syntax.Parent is ConditionalAccessExpressionSyntax whole && !HasComments(syntax) && !IsStatement(call.Operation):
                edits.Replace(whole, rewritten =>
                    rewritten is ConditionalAccessExpressionSyntax access ? access.Expression.WithTrailingTrivia(access.GetTrailingTrivia()) : rewritten);
                break;
        }
    }

    // request?.WithClientToken("x").SendAsync() becomes request?.SendAsync().
    private static ExpressionSyntax Bind(MemberAccessExpressionSyntax next) =>
        next.Expression is InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding }
            ? SyntaxFactory.MemberBindingExpression(binding.OperatorToken, next.Name)
            : next;

    // request = request.WithClientToken("x"); would become an assignment to itself.
    private static ExpressionStatementSyntax? AssignedToItself(InvocationExpressionSyntax call, ExpressionSyntax receiver) =>
        call.Parent is AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax statement } assignment
        && assignment.Right == call
        && SyntaxFactory.AreEquivalent(assignment.Left, receiver)
            ? statement
            : null;

    private static bool IsStatement(IOperation operation) => operation.Parent is IConditionalAccessOperation { Parent: IExpressionStatementOperation };

    private static bool CanBeDropped(TokenArgument argument)
    {
        var arguments = argument.List.Arguments;
        var index = arguments.IndexOf(argument.Syntax);
        if (argument.Operation.Parameter is not { IsOptional: true }
            || argument.Call.Syntax is not (InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax)
            || HasComments(argument.List)
            || arguments.Skip(index + 1).Any(later => later.NameColon is null))
        {
            return false;
        }

        // Another overload may take fewer arguments.
        var shorter = Explicit((ExpressionSyntax)argument.Call.Syntax.ReplaceNode(argument.List, Without(argument.List, index)), argument);
        var meant = argument.Semantics.GetSpeculativeSymbolInfo(argument.Call.Syntax.SpanStart, shorter, SpeculativeBindingOption.BindAsExpression).Symbol;
        var called = argument.Semantics.GetSymbolInfo(argument.Call.Syntax).Symbol;
        return called is not null && SymbolEqualityComparer.Default.Equals(meant?.OriginalDefinition, called.OriginalDefinition);
    }

    // new(…) means nothing without the expression around it.
    private static ExpressionSyntax Explicit(ExpressionSyntax call, TokenArgument argument) =>
        call is ImplicitObjectCreationExpressionSyntax creation && argument.Call.Type is { } type
            ? SyntaxFactory.ObjectCreationExpression(
                SyntaxFactory.ParseTypeName(type.ToMinimalDisplayString(argument.Semantics, argument.Call.Syntax.SpanStart)),
                creation.ArgumentList,
                initializer: null)
            : call;

    private static BaseArgumentListSyntax Without(BaseArgumentListSyntax list, int index)
    {
        var leading = list.Arguments[index].GetLeadingTrivia();
        var arguments = list.Arguments.RemoveAt(index);
        if (index < arguments.Count)
        {
            arguments = arguments.Replace(arguments[index], arguments[index].WithLeadingTrivia(leading));
        }

        return list.WithArguments(arguments);
    }

    private static bool HasComments(SyntaxNode node) => node.DescendantTrivia().Any(RemovedCall.IsComment);
}
