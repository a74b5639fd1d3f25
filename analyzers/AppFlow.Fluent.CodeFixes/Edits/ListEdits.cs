using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace AppFlow.Fluent.CodeFixes.Edits;

/// <summary>Applies the removals and insertions in the lists of a node.</summary>
internal static class ListEdits
{
    public static SyntaxNode In(SyntaxNode original, SyntaxNode rewritten, FileEdits edits)
    {
        switch (original, rewritten)
        {
            case (BlockSyntax list, BlockSyntax block):
                var (statements, behind) = Lines(list.Statements, block.Statements, edits);
                return EmbeddedEdit(original, block.WithStatements(statements).WithCloseBraceToken(Before(block.CloseBraceToken, behind)), edits);
            case (SwitchSectionSyntax list, SwitchSectionSyntax section):
                return section.WithStatements(Lines(list.Statements, section.Statements, edits).List);
            case (CompilationUnitSyntax list, CompilationUnitSyntax unit):
                var (members, end) = Lines(list.Members, unit.Members, edits);
                return unit.WithMembers(members).WithEndOfFileToken(Before(unit.EndOfFileToken, end));
            case (TypeDeclarationSyntax list, TypeDeclarationSyntax type):
                var (own, close) = Lines(list.Members, type.Members, edits);
                return type.WithMembers(own).WithCloseBraceToken(Before(type.CloseBraceToken, close));
            case (ArgumentListSyntax list, ArgumentListSyntax arguments):
                return SeparatedItems.Arguments(list, arguments, edits);
            case (InitializerExpressionSyntax list, InitializerExpressionSyntax initializer):
                return SeparatedItems.Members(list, initializer, edits);
            case (VariableDeclarationSyntax list, VariableDeclarationSyntax declaration):
                return SeparatedItems.Declarators(list, declaration, edits);
            case (StatementSyntax, StatementSyntax statement):
                return EmbeddedEdit(original, statement, edits);
            default:
                return rewritten;
        }
    }

    private static (SyntaxList<T> List, SyntaxTriviaList Behind) Lines<T>(SyntaxList<T> originals, SyntaxList<T> rewritten, FileEdits edits)
        where T : SyntaxNode
    {
        var kept = new List<T>();
        SyntaxTriviaList? left = null;
        for (var i = 0; i < originals.Count; i++)
        {
            var item = ItemOf(originals[i]);
            var node = left is null ? rewritten[i] : rewritten[i].WithLeadingTrivia(Joined(left.Value, rewritten[i].GetLeadingTrivia(), isFirst: kept.Count == 0));
            left = null;
            if (edits.IsRemoved(item))
            {
                left = LeftOf(node, item, edits);
                continue;
            }

            var inserted = edits.InsertedBefore(item);
            kept.AddRange(inserted.Count == 0 ? [node] : StatementLayout.PutBefore(item, node, inserted));
        }

        return (SyntaxFactory.List(kept), left ?? default);
    }

    private static SyntaxNode ItemOf(SyntaxNode node) => node is GlobalStatementSyntax global ? global.Statement : node;

    // The part of a removed line that moves before the next one.
    private static SyntaxTriviaList LeftOf(SyntaxNode node, SyntaxNode original, FileEdits edits)
    {
        // A member's documentation is removed with it.
        var leading = SyntaxFactory.TriviaList(node.GetLeadingTrivia().Where(trivia => trivia.GetStructure() is not DocumentationCommentTriviaSyntax));
        var trailing = node.GetTrailingTrivia();
        var keeps = edits.KeepsComments(original);
        if (!Trivia.HasLineBreak(trailing))
        {
            // What follows on the same line takes its place.
            return keeps && Trivia.HasText(trailing)
                ? leading.AddRange(Trivia.WithoutSpace(trailing))
                : keeps ? leading : Trivia.Indentation(leading);
        }

        if (!keeps || (!Trivia.HasText(leading) && !Trivia.HasText(trailing)))
        {
            return SyntaxFactory.TriviaList(leading.Take(Trivia.BlankLines(leading)));
        }

        return Trivia.HasText(trailing)
            ? leading.AddRange(Trivia.WithoutSpace(trailing))
            : Trivia.WithoutIndentation(leading);
    }

    // Blank lines are not doubled, and there is none at the start of a block.
    private static SyntaxTriviaList Joined(SyntaxTriviaList left, SyntaxTriviaList leading, bool isFirst)
    {
        var blank = Trivia.BlankLines(leading);
        var hasBlank = Trivia.BlankLines(left) > 0;
        return blank > 0 && !Trivia.HasText(left) && (hasBlank || isFirst)
            ? left.AddRange(leading.Skip(blank))
            : left.AddRange(leading);
    }

    private static SyntaxToken Before(SyntaxToken token, SyntaxTriviaList left)
    {
        var kept = Trivia.HasText(left) || !Trivia.HasLineBreak(left) ? left : default;
        return kept.Count == 0 || (!Trivia.HasText(kept) && token.LeadingTrivia.Count > 0) ? token : token.WithLeadingTrivia(kept.AddRange(token.LeadingTrivia));
    }

    // A statement without a block after if, else or a loop.
    private static SyntaxNode EmbeddedEdit(SyntaxNode original, StatementSyntax statement, FileEdits edits)
    {
        if (original.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax)
        {
            return statement;
        }

        if (edits.IsRemoved(original))
        {
            return SyntaxFactory.Block().WithTriviaFrom(statement).WithAdditionalAnnotations(Formatter.Annotation);
        }

        var inserted = edits.InsertedBefore(original);
        return inserted.Count == 0
            ? statement
            : SyntaxFactory.Block(inserted
                    .Select(token => token.WithoutTrivia().WithTrailingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed))
                    .Append(statement.WithoutTrivia().WithLeadingTrivia(SyntaxFactory.ElasticMarker)))
                .WithTriviaFrom(statement)
                .WithAdditionalAnnotations(Formatter.Annotation);
    }
}
