using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.CodeFixes.Edits;

/// <summary>Changes to one file that are applied together: two of them can be in one chain, nested, or at one place.</summary>
internal sealed class FileEdits(SyntaxNode root)
{
    private readonly Dictionary<SyntaxNode, Func<SyntaxNode, SyntaxNode>> _replacements = [];
    private readonly Dictionary<SyntaxNode, bool> _removed = [];
    private readonly Dictionary<StatementSyntax, List<StatementSyntax>> _before = [];
    private readonly Dictionary<SyntaxNode, UnusedNames> _names = [];
    private readonly List<SyntaxNode> _gone = [];

    public SyntaxNode Root => root;

    public bool IsEmpty => _replacements.Count == 0 && _removed.Count == 0 && _before.Count == 0;

    /// <summary>The nodes that the edits remove from the source.</summary>
    public IReadOnlyList<SyntaxNode> Gone => _gone;

    /// <param name="node">The node as it is in the file.</param>
    /// <param name="replacement">Creates the new node from the old one, in which other edits have already been applied.</param>
    public void Replace(SyntaxNode node, Func<SyntaxNode, SyntaxNode> replacement)
    {
        if (!_replacements.ContainsKey(node))
        {
            _replacements.Add(node, replacement);
        }
    }

    public bool IsReplaced(SyntaxNode node) => _replacements.ContainsKey(node);

    public void AddGone(SyntaxNode node) => _gone.Add(node);

    public bool IsGone(SyntaxNode node) => _gone.Any(gone => gone.Span.Contains(node.Span));

    /// <summary>Removes a statement, member, argument, initializer member or declarator; its comments stay.</summary>
    public void Remove(SyntaxNode node)
    {
        if (!_removed.ContainsKey(node))
        {
            _removed.Add(node, true);
            _gone.Add(node);
        }
    }

    /// <summary>Moves a statement, with its comments, before another one.</summary>
    public void Move(StatementSyntax statement, StatementSyntax before)
    {
        if (!_removed.ContainsKey(statement))
        {
            _removed.Add(statement, false);
            InsertBefore(before, statement);
        }
    }

    public void InsertBefore(StatementSyntax statement, StatementSyntax inserted)
    {
        if (!_before.TryGetValue(statement, out var statements))
        {
            _before.Add(statement, statements = []);
        }

        statements.Add(inserted);
    }

    public bool IsRemoved(SyntaxNode node) => _removed.ContainsKey(node);

    /// <summary>Whether the comments of a removed node stay where they are.</summary>
    public bool KeepsComments(SyntaxNode removed) => _removed[removed];

    public IReadOnlyList<StatementSyntax> InsertedBefore(SyntaxNode statement) =>
        statement is StatementSyntax key && _before.TryGetValue(key, out var inserted) ? inserted : [];

    /// <summary>A name for a new local that nothing else in the statement's member uses.</summary>
    public string UnusedName(string name, SyntaxNode statement)
    {
        var member = UnusedNames.MemberAround(statement);
        if (!_names.TryGetValue(member, out var names))
        {
            _names.Add(member, names = new UnusedNames(member));
        }

        return names.Take(name);
    }

    public SyntaxNode Apply()
    {
        var nodes = _replacements.Keys.Concat(_removed.Keys.Concat(_before.Keys).Select(OwnerOf)).Distinct();
        return root.ReplaceNodes(nodes, (original, rewritten) =>
        {
            var edited = ListEdits.In(original, rewritten, this);
            return _replacements.TryGetValue(original, out var replacement) ? replacement(edited) : edited;
        });
    }

    // The node whose list contains the item; the item itself if it is not in a list.
    private static SyntaxNode OwnerOf(SyntaxNode item) => item.Parent switch
    {
        GlobalStatementSyntax { Parent: { } unit } => unit,
        BlockSyntax or SwitchSectionSyntax or BaseArgumentListSyntax or InitializerExpressionSyntax or VariableDeclarationSyntax or TypeDeclarationSyntax => item.Parent,
        _ => item,
    };
}
