using AppFlow.Fluent.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.CodeFixes.Fixes;

/// <summary>The statement of a retry, and what can be inserted before it.</summary>
internal static class RetryStatement
{
    /// <summary>
    /// The statement before which a token is created for a place in the retry; null if one token is not enough or would not be in scope.
    /// </summary>
    public static StatementSyntax? Before(SyntaxNode retry, SyntaxNode place)
    {
        var statement = retry
            .AncestorsAndSelf()
            .TakeWhile(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax) or GlobalStatementSyntax)
            .OfType<StatementSyntax>()
            .FirstOrDefault();
        return statement is null or LabeledStatementSyntax
            || statement.Parent is LabeledStatementSyntax
            || IsRepeatedCondition(statement, retry)
            || !retry.Span.Contains(place.Span)
            || !IsReachedOnce(retry, place)
                ? null
                : statement;
    }

    /// <summary>Whether an expression does not read anything that the retry declares or changes.</summary>
    public static bool ReadsOnlyWhatHolds(ExpressionSyntax expression, StatementSyntax retry, FixSite site)
    {
        var flow = site.Model.AnalyzeDataFlow(retry);
        return flow is { Succeeded: true } && expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().All(name =>
            site.SymbolOf(name) is not { } symbol
            || symbol is not (ILocalSymbol or IParameterSymbol or IRangeVariableSymbol)
            || (!flow.WrittenInside.Contains(symbol) && !symbol.DeclaringSyntaxReferences.Any(reference => retry.Span.Contains(reference.Span))));
    }

    /// <summary>A local that the loop declares for its token and that can move before the loop unchanged.</summary>
    public static LocalDeclarationStatementSyntax? MovableDeclaration(ExpressionSyntax fresh, StatementSyntax retry, FixSite site) =>
        fresh is
        {
            Parent: EqualsValueClauseSyntax
            {
                Parent: VariableDeclaratorSyntax
                {
                    Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax { Parent: BlockSyntax } declaration },
                } declarator,
            },
        }
        && declaration.UsingKeyword.IsKind(SyntaxKind.None)
        && !declaration.ContainsDirectives
        && retry.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax
        && UnusedNames.MemberAround(retry) is var member
        && UnusedNames.CountDeclarations(member, declarator.Identifier.ValueText) == 1
        && UnusedNames.Identifiers(member).All(token => token.ValueText != declarator.Identifier.ValueText || (retry.Span.Contains(token.Span) && !IsWritten(token)))
        && site.Model.GetDeclaredSymbol(declarator) is ILocalSymbol
            ? declaration
            : null;

    /// <summary>The statement that reassigns a token that was created before the retry.</summary>
    public static ExpressionStatementSyntax? RefreshedLocal(ExpressionSyntax fresh, StatementSyntax retry, FixSite site) =>
        fresh.Parent is AssignmentExpressionSyntax { Left: IdentifierNameSyntax name, Parent: ExpressionStatementSyntax statement } assignment
        && assignment.Right == fresh
        && !statement.ContainsDirectives
        && site.SymbolOf(name) is ILocalSymbol { DeclaringSyntaxReferences.Length: 1 } local
        && local.DeclaringSyntaxReferences[0].GetSyntax(site.CancellationToken) is VariableDeclaratorSyntax { Initializer: { Value: { } initial } } declarator
        && !initial.IsKind(SyntaxKind.NullLiteralExpression)
        && !retry.Span.Contains(declarator.Span)
            ? statement
            : null;

    // A pipeline in the head of a loop runs for each iteration, and each is a separate call.
    private static bool IsRepeatedCondition(StatementSyntax statement, SyntaxNode retry) =>
        statement is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax && statement != retry;

    // Inside the retry there must be no loop or function that runs several times with other requests, and none without access to the local.
    private static bool IsReachedOnce(SyntaxNode retry, SyntaxNode place) => place.Ancestors()
        .TakeWhile(node => node != retry)
        .All(node => node switch
        {
            AnonymousFunctionExpressionSyntax lambda =>
                !lambda.Modifiers.Any(SyntaxKind.StaticKeyword)
                && (lambda.Parent is not ArgumentSyntax || lambda.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } && (call == retry || IsRunOnce(call))),
            LocalFunctionStatementSyntax => false,
            ForEachStatementSyntax or ForEachVariableStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax => false,
            _ => true,
        });

    // Task.Run and the like; a query runs its lambda for each item.
    private static bool IsRunOnce(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Run" or "StartNew" or "ExecuteAsync" or "Execute" };

    private static bool IsWritten(SyntaxToken name)
    {
        if (name.Parent is not IdentifierNameSyntax node)
        {
            return false;
        }

        SyntaxNode whole = node;
        while (whole.Parent is ParenthesizedExpressionSyntax or TupleExpressionSyntax or ArgumentSyntax { Parent: TupleExpressionSyntax })
        {
            whole = whole.Parent;
        }

        return whole.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == whole,
            ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None),
            RefExpressionSyntax => true,
            _ => false,
        };
    }
}
