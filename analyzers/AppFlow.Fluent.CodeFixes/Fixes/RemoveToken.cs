using AppFlow.Fluent.CodeFixes.Edits;
using AppFlow.Fluent.CodeFixes.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.CodeFixes.Fixes;

/// <summary>
/// Removes the token: the <c>With…</c> call, the member of an initializer or a <c>with</c>, the assignment, or the optional argument of
/// a constructor or wrapper.
/// </summary>
internal sealed class RemoveToken() : Remedy(EquivalenceKey)
{
    public const string EquivalenceKey = nameof(RemoveToken);

    public override string? Plan(Diagnostic diagnostic, FixSite site, FileEdits edits) =>
        !Reports.IsTokenNeeded(diagnostic) && TokenExpression.Of(diagnostic, site) is { } token && !site.HasEffects(token) && Add(token, site, edits) ? "Remove the client token" : null;

    private static bool Add(ExpressionSyntax token, FixSite site, FileEdits edits)
    {
        switch (token.Parent)
        {
            case ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } when TokenCalls.OnlySetsToken(call, site):
                return AddCall(call, edits);
            case ArgumentSyntax { Parent: ArgumentListSyntax { Parent: ExpressionSyntax call } list } argument:
                return OptionalArgument.Drop(argument, list, call, site, edits);
            case AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax initializer } assignment when assignment.Right == token:
                return AddMember(assignment, initializer, site, edits);
            case AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax statement } assignment
                when assignment.Right == token && !site.HasEffects(assignment.Left) && !statement.ContainsDirectives:
                edits.Remove(statement);
                return true;
            default:
                return false;
        }
    }

    private static bool AddCall(InvocationExpressionSyntax call, FileEdits edits)
    {
        if (call.ContainsDirectives)
        {
            return false;
        }

        if (CallRemoval.ReceiverOf(call) is { } receiver && WholeOf(call).Parent is AssignmentExpressionSyntax assignment && SyntaxFactory.AreEquivalent(assignment.Left, receiver))
        {
            return AddAssignmentToItself(assignment, edits);
        }

        return WholeOf(call).Parent is not (ExpressionStatementSyntax or ForStatementSyntax) && CallRemoval.Add(call, edits);
    }

    // The whole request?.WithClientToken("x"), if the call ends it.
    private static ExpressionSyntax WholeOf(InvocationExpressionSyntax call) =>
        call.Parent is ConditionalAccessExpressionSyntax whole && whole.WhenNotNull == call ? whole : call;

    // request = request.WithClientToken("x") would become an assignment to itself.
    private static bool AddAssignmentToItself(AssignmentExpressionSyntax assignment, FileEdits edits)
    {
        switch (assignment.Parent)
        {
            case ExpressionStatementSyntax statement:
                edits.Remove(statement);
                return true;
            case ParenthesizedExpressionSyntax parenthesized when !Trivia.HasText(assignment):
                edits.Replace(parenthesized, rewritten => LeftOf(((ParenthesizedExpressionSyntax)rewritten).Expression).WithTriviaFrom(rewritten));
                break;
            case ArgumentSyntax or EqualsValueClauseSyntax or ReturnStatementSyntax or AssignmentExpressionSyntax when !Trivia.HasText(assignment):
                edits.Replace(assignment, rewritten => LeftOf((ExpressionSyntax)rewritten).WithTriviaFrom(rewritten));
                break;
            default:
                return false;
        }

        edits.AddGone(assignment.Right);
        return true;
    }

    private static ExpressionSyntax LeftOf(ExpressionSyntax expression) => expression is AssignmentExpressionSyntax assignment ? assignment.Left : expression;

    private static bool AddMember(AssignmentExpressionSyntax member, InitializerExpressionSyntax initializer, FixSite site, FileEdits edits)
    {
        if (initializer.ContainsDirectives || site.SymbolOf(member.Left) is not IPropertySymbol { IsRequired: false } property)
        {
            return false;
        }

        if (initializer is { Parent: WithExpressionSyntax { Parent: AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax statement } whole } alone }
            && initializer.Expressions.Count == 1
            && SyntaxFactory.AreEquivalent(whole.Left, alone.Expression))
        {
            edits.Remove(statement);
            return true;
        }

        edits.Remove(member);
        if (initializer.Parent is { } owner)
        {
            edits.Replace(owner, rewritten => WithoutEmptyInitializer(rewritten, isImmutable: IsImmutable(property.ContainingType)));
        }

        return true;
    }

    private static SyntaxNode WithoutEmptyInitializer(SyntaxNode owner, bool isImmutable) => owner switch
    {
        BaseObjectCreationExpressionSyntax { Initializer: { Expressions.Count: 0 } initializer } creation when !Trivia.HasText(initializer) =>
            WithArguments(creation).WithTrailingTrivia(creation.GetTrailingTrivia()),

        // A copy that changes nothing equals the request itself, unless one of the two may be changed later.
        WithExpressionSyntax { Initializer: { Expressions.Count: 0 } initializer } with when isImmutable && !Trivia.HasText(initializer) =>
            with.Expression.WithTrailingTrivia(with.GetTrailingTrivia()),
        _ => owner,
    };

    private static BaseObjectCreationExpressionSyntax WithArguments(BaseObjectCreationExpressionSyntax creation) => creation switch
    {
        ObjectCreationExpressionSyntax { ArgumentList: null } explicitly => explicitly
            .WithType(explicitly.Type.WithoutTrailingTrivia())
            .WithArgumentList(SyntaxFactory.ArgumentList())
            .WithInitializer(null),
        _ => creation.WithArgumentList(creation.ArgumentList!.WithoutTrailingTrivia()).WithInitializer(null),
    };

    private static bool IsImmutable(INamedTypeSymbol request) =>
        RequestSymbols.IsRequest(request) && request.GetMembers().OfType<IPropertySymbol>().All(property => property.SetMethod is null or { IsInitOnly: true });
}
