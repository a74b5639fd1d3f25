using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace AppFlow.Fluent.CodeFixes.Tokens;

/// <summary>Applies the fixes of one file together, so that those which meet in one loop know of each other.</summary>
internal sealed class TokenHoister(SyntaxNode root)
{
    private readonly Dictionary<StatementSyntax, List<StatementSyntax>> _before = [];
    private readonly Dictionary<MemberAccessExpressionSyntax, (string Setter, string Local)> _sends = [];
    private readonly Dictionary<ExpressionSyntax, string> _freshTokens = [];
    private readonly HashSet<StatementSyntax> _moved = [];
    private readonly Dictionary<SyntaxNode, LocalNames> _names = [];

    public void Add(TokenHoist hoist)
    {
        if (hoist.FreshToken is not { } fresh)
        {
            var local = NamesAround(hoist.Retry).Unused("clientToken");
            _sends[hoist.Send] = (hoist.Setter!, local);
            Before(hoist.Retry).Add(Declaration(local));
        }
        else if (MovableDeclaration(fresh, hoist.Retry) is { } declaration)
        {
            if (_moved.Add(declaration))
            {
                Before(hoist.Retry).Add(declaration);
            }
        }
        else if (!_freshTokens.ContainsKey(fresh))
        {
            var local = NamesAround(hoist.Retry).Unused("clientToken");
            _freshTokens[fresh] = local;
            Before(hoist.Retry).Add(Declaration(local));
        }
    }

    public SyntaxNode Rewritten()
    {
        var lists = _before.Keys.Select(ListOf).Concat(_moved.Select(statement => statement.Parent!));
        var nodes = lists.Concat(_sends.Keys).Concat(_freshTokens.Keys).Distinct();
        return root.ReplaceNodes(nodes, Replace);
    }

    private SyntaxNode Replace(SyntaxNode original, SyntaxNode rewritten) => (original, rewritten) switch
    {
        (MemberAccessExpressionSyntax send, MemberAccessExpressionSyntax access) when _sends.TryGetValue(send, out var given) =>
            ChainCall.Insert(access, given.Setter, given.Local),
        (ExpressionSyntax fresh, _) when _freshTokens.TryGetValue(fresh, out var local) =>
            SyntaxFactory.IdentifierName(local).WithTriviaFrom(rewritten),
        (BlockSyntax list, BlockSyntax block) => block.WithStatements(Statements(list.Statements, block.Statements)),
        (SwitchSectionSyntax list, SwitchSectionSyntax section) => section.WithStatements(Statements(list.Statements, section.Statements)),
        (CompilationUnitSyntax list, CompilationUnitSyntax unit) => unit.WithMembers(Members(list.Members, unit.Members)),
        (StatementSyntax embedded, StatementSyntax statement) => InBlock(embedded, statement),
        _ => rewritten,
    };

    private SyntaxList<StatementSyntax> Statements(SyntaxList<StatementSyntax> originals, SyntaxList<StatementSyntax> rewritten)
    {
        var statements = new List<StatementSyntax>();
        for (var i = 0; i < originals.Count; i++)
        {
            if (!_moved.Contains(originals[i]))
            {
                statements.AddRange(WithTokens(originals[i], rewritten[i]));
            }
        }

        return SyntaxFactory.List(statements);
    }

    private SyntaxList<MemberDeclarationSyntax> Members(SyntaxList<MemberDeclarationSyntax> originals, SyntaxList<MemberDeclarationSyntax> rewritten)
    {
        var members = new List<MemberDeclarationSyntax>();
        for (var i = 0; i < originals.Count; i++)
        {
            if (originals[i] is GlobalStatementSyntax { Statement: var original }
                && rewritten[i] is GlobalStatementSyntax { Statement: var statement } global)
            {
                members.AddRange(WithTokens(original, statement).Select(global.WithStatement));
            }
            else
            {
                members.Add(rewritten[i]);
            }
        }

        return SyntaxFactory.List(members);
    }

    private BlockSyntax InBlock(StatementSyntax original, StatementSyntax statement)
    {
        var added = _before[original].Select(token => token.WithoutTrivia().WithTrailingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed));
        return SyntaxFactory.Block(added.Append(statement.WithoutTrivia().WithLeadingTrivia(SyntaxFactory.ElasticMarker)))
            .WithTriviaFrom(statement)
            .WithAdditionalAnnotations(Formatter.Annotation);
    }

    private IEnumerable<StatementSyntax> WithTokens(StatementSyntax original, StatementSyntax statement) =>
        _before.TryGetValue(original, out var tokens) ? StatementLayout.PutBefore(original, statement, tokens) : [statement];

    private List<StatementSyntax> Before(StatementSyntax retry)
    {
        if (!_before.TryGetValue(retry, out var tokens))
        {
            _before.Add(retry, tokens = []);
        }

        return tokens;
    }

    private static SyntaxNode ListOf(StatementSyntax statement) => statement.Parent switch
    {
        BlockSyntax or SwitchSectionSyntax => statement.Parent,
        GlobalStatementSyntax { Parent: { } unit } => unit,
        _ => statement,
    };

    // A local that the loop declares for its token goes before the loop as it is, when its name is free there.
    private static LocalDeclarationStatementSyntax? MovableDeclaration(ExpressionSyntax fresh, StatementSyntax retry) =>
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
        && ListOf(retry) != retry
        && LocalNames.MemberAround(retry) is var member
        && !LocalNames.IsWritten(member, declarator.Identifier.ValueText)
        && LocalNames.CountDeclarations(member, declarator.Identifier.ValueText) == 1
        && LocalNames.IsUsedOnlyIn(retry, member, declarator.Identifier.ValueText)
            ? declaration
            : null;

    private LocalNames NamesAround(StatementSyntax statement)
    {
        var member = LocalNames.MemberAround(statement);
        if (!_names.TryGetValue(member, out var names))
        {
            _names.Add(member, names = new LocalNames(member));
        }

        return names;
    }

    private static LocalDeclarationStatementSyntax Declaration(string local)
    {
        var make = SyntaxFactory.ParseExpression("global::AppFlow.Fluent.ClientToken.New()");
        var type = make.DescendantNodes().OfType<MemberAccessExpressionSyntax>().First(access => access.Name.Identifier.ValueText == "ClientToken");
        make = make.ReplaceNode(type, type.WithAdditionalAnnotations(Simplifier.Annotation));
        var template = (LocalDeclarationStatementSyntax)SyntaxFactory.ParseStatement($"var {local} = null;");
        return template.ReplaceNode(template.Declaration.Variables[0].Initializer!.Value, make);
    }
}
