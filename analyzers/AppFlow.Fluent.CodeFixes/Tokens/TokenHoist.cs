using AppFlow.Fluent.Analyzers.Tokens;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.CodeFixes.Tokens;

/// <summary>What is to be done for one diagnostic.</summary>
internal sealed class TokenHoist
{
    private TokenHoist(StatementSyntax retry, MemberAccessExpressionSyntax send, string? setter, ExpressionSyntax? freshToken)
    {
        Retry = retry;
        Send = send;
        Setter = setter;
        FreshToken = freshToken;
    }

    /// <summary>The statement before which the token is made: the loop, or the one that calls the pipeline.</summary>
    public StatementSyntax Retry { get; }

    /// <summary><c>request.SendAsync</c>.</summary>
    public MemberAccessExpressionSyntax Send { get; }

    /// <summary>The method that is to give the request the token; null when the source makes one already.</summary>
    public string? Setter { get; }

    /// <summary>The expression that makes a token each time; null when none is made in the source.</summary>
    public ExpressionSyntax? FreshToken { get; }

    /// <summary>What is to be done; null when it cannot be, so that no fix is offered.</summary>
    public static TokenHoist? Of(Diagnostic diagnostic, SyntaxNode root)
    {
        if (diagnostic.AdditionalLocations.Count == 0
            || NodeAt(diagnostic.Location, root).Parent is not MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } send
            || RetryAt(diagnostic.AdditionalLocations[0], root) is not { } retry
            || !CanUseLocalsOf(retry, send))
        {
            return null;
        }

        if (RetryPlaces.Setter(diagnostic) is { } setter)
        {
            return new TokenHoist(retry, send, setter, freshToken: null);
        }

        return RetryPlaces.MakesToken(diagnostic)
            && diagnostic.AdditionalLocations.Count > 1
            && NodeAt(diagnostic.AdditionalLocations[1], root) is ExpressionSyntax fresh
            && CanUseLocalsOf(retry, fresh)
            ? new TokenHoist(retry, send, setter: null, fresh)
            : null;
    }

    private static SyntaxNode NodeAt(Location location, SyntaxNode root) => root.FindNode(location.SourceSpan, getInnermostNodeForTie: true);

    private static StatementSyntax? RetryAt(Location location, SyntaxNode root)
    {
        var statement = NodeAt(location, root)
            .AncestorsAndSelf()
            .TakeWhile(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax))
            .OfType<StatementSyntax>()
            .FirstOrDefault();
        return statement is null or LabeledStatementSyntax || statement.Parent is LabeledStatementSyntax || IsRepeatedCondition(statement, location)
            ? null
            : statement;
    }

    // A pipeline that is called in the head of a loop is called for each iteration, and each is a call of its own.
    private static bool IsRepeatedCondition(StatementSyntax statement, Location retry) =>
        statement is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax && statement.Span != retry.SourceSpan;

    private static bool CanUseLocalsOf(StatementSyntax retry, SyntaxNode place) => place.Ancestors()
        .TakeWhile(node => node != retry)
        .All(node => node is not AnonymousFunctionExpressionSyntax lambda || !lambda.Modifiers.Any(SyntaxKind.StaticKeyword));
}
