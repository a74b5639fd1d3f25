using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.CodeFixes.Edits;

/// <summary>Removes and adds items of comma-separated lists; comments and lines stay.</summary>
internal static class SeparatedItems
{
    public static ArgumentListSyntax Arguments(ArgumentListSyntax original, ArgumentListSyntax rewritten, FileEdits edits)
    {
        var (items, left) = Remaining(original.Arguments, rewritten.Arguments, edits);
        var isEmpty = items.Count == 0 && !Trivia.HasText(left);
        return rewritten
            .WithOpenParenToken(isEmpty && !Trivia.HasText(rewritten.OpenParenToken.TrailingTrivia) ? rewritten.OpenParenToken.WithTrailingTrivia() : rewritten.OpenParenToken)
            .WithArguments(items)
            .WithCloseParenToken(isEmpty && !Trivia.HasText(rewritten.CloseParenToken.LeadingTrivia)
                ? rewritten.CloseParenToken.WithLeadingTrivia()
                : rewritten.CloseParenToken.WithLeadingTrivia(left.AddRange(rewritten.CloseParenToken.LeadingTrivia)));
    }

    public static InitializerExpressionSyntax Members(InitializerExpressionSyntax original, InitializerExpressionSyntax rewritten, FileEdits edits)
    {
        var (items, left) = Remaining(original.Expressions, rewritten.Expressions, edits);
        return rewritten
            .WithExpressions(items)
            .WithCloseBraceToken(rewritten.CloseBraceToken.WithLeadingTrivia(left.AddRange(rewritten.CloseBraceToken.LeadingTrivia)));
    }

    public static VariableDeclarationSyntax Declarators(VariableDeclarationSyntax original, VariableDeclarationSyntax rewritten, FileEdits edits)
    {
        var (items, left) = Remaining(original.Variables, rewritten.Variables, edits);
        return rewritten.WithVariables(items).WithTrailingTrivia(rewritten.GetTrailingTrivia().AddRange(left.Where(Trivia.IsText)));
    }

    /// <summary>An initializer with a new last member, on its own line if the previous last member has one.</summary>
    public static InitializerExpressionSyntax Add(InitializerExpressionSyntax initializer, ExpressionSyntax member)
    {
        if (initializer.Expressions.Count == 0)
        {
            return initializer.WithExpressions(SyntaxFactory.SingletonSeparatedList(member.WithTrailingTrivia(SyntaxFactory.Space)));
        }

        var last = initializer.Expressions.Last();
        var items = initializer.Expressions.GetWithSeparators();
        if (initializer.Expressions.SeparatorCount == initializer.Expressions.Count)
        {
            // There is a trailing comma, so the new member gets one too.
            var comma = items.Last().AsToken();
            return initializer.WithExpressions(SyntaxFactory.SeparatedList<ExpressionSyntax>(items
                .Add(member.WithLeadingTrivia(last.GetLeadingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia))))
                .Add(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(comma.TrailingTrivia.Where(trivia => !Trivia.IsText(trivia))))));
        }

        var ownLine = Trivia.HasLineBreak(last.GetTrailingTrivia()) && last.GetLeadingTrivia().Count > 0;
        var separator = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(ownLine ? last.GetTrailingTrivia() : [SyntaxFactory.Space]);
        var added = ownLine
            ? member.WithLeadingTrivia(Trivia.Indentation(last.GetLeadingTrivia())).WithTrailingTrivia(last.GetTrailingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)))
            : member.WithTrailingTrivia(last.GetTrailingTrivia());
        return initializer.WithExpressions(SyntaxFactory.SeparatedList<ExpressionSyntax>(items
            .Replace(items.Last(), last.WithoutTrailingTrivia())
            .Add(separator)
            .Add(added)));
    }

    private static (SeparatedSyntaxList<T> Items, SyntaxTriviaList Left) Remaining<T>(SeparatedSyntaxList<T> originals, SeparatedSyntaxList<T> rewritten, FileEdits edits)
        where T : SyntaxNode
    {
        if (!originals.Any(edits.IsRemoved))
        {
            return (rewritten, default);
        }

        var items = new List<T>();
        var separators = new List<SyntaxToken>();
        var left = SyntaxTriviaList.Empty;
        for (var i = 0; i < originals.Count; i++)
        {
            var separator = i < rewritten.SeparatorCount ? rewritten.GetSeparator(i) : default;
            if (!edits.IsRemoved(originals[i]))
            {
                items.Add(left.Count == 0 ? rewritten[i] : rewritten[i].WithLeadingTrivia(left.AddRange(Trivia.WithoutSpace(rewritten[i].GetLeadingTrivia()))));
                separators.Add(separator);
                left = SyntaxTriviaList.Empty;
                continue;
            }

            left = left.AddRange(LeftOf(rewritten[i], separator, isFollowed: i < originals.Count - 1));
        }

        // The last remaining item ends as the original last one did.
        if (items.Count > 0 && edits.IsRemoved(originals.Last()))
        {
            var comma = separators[items.Count - 1];
            if (rewritten.SeparatorCount < rewritten.Count)
            {
                separators[items.Count - 1] = default;
                var end = comma.TrailingTrivia.Any(Trivia.IsText) ? comma.TrailingTrivia : rewritten.Last().GetTrailingTrivia().Where(trivia => !Trivia.IsText(trivia));
                items[items.Count - 1] = items[items.Count - 1].WithTrailingTrivia(items[items.Count - 1].GetTrailingTrivia().AddRange(end));
            }
        }

        return (SyntaxFactory.SeparatedList(items, separators.Take(items.Count).Where(token => !token.IsKind(SyntaxKind.None))), left);
    }

    private static IEnumerable<SyntaxTrivia> LeftOf(SyntaxNode item, SyntaxToken separator, bool isFollowed)
    {
        var inside = item.DescendantTrivia().Where(trivia => Trivia.IsText(trivia) && item.Span.Contains(trivia.Span)).ToList();
        var around = item.GetLeadingTrivia().Concat(item.GetTrailingTrivia()).Concat(separator.LeadingTrivia).Concat(separator.TrailingTrivia).ToList();
        if (inside.Count == 0 && !around.Any(Trivia.IsText))
        {
            // The next item takes its place.
            return isFollowed ? item.GetLeadingTrivia() : [];
        }

        var comments = item.GetLeadingTrivia().Where(Trivia.IsText).Concat(inside).Concat(around.Skip(item.GetLeadingTrivia().Count).Where(Trivia.IsText));
        var indentation = Trivia.Indentation(item.GetLeadingTrivia());
        var lineEnd = around.Where(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)).DefaultIfEmpty(SyntaxFactory.LineFeed).First();
        return indentation
            .Concat(comments.SelectMany(comment => comment.IsKind(SyntaxKind.SingleLineCommentTrivia)
                ? SyntaxFactory.TriviaList(comment, lineEnd).AddRange(indentation)
                : SyntaxFactory.TriviaList(comment, SyntaxFactory.Space)));
    }
}
