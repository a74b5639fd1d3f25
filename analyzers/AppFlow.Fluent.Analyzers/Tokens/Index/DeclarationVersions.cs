using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AppFlow.Fluent.Analyzers.Tokens.Index;

/// <summary>
/// Follows a project from edit to edit. What a call in one file means cannot change while nothing but bodies is edited in the others,
/// and that is what nearly every edit does.
/// </summary>
internal sealed class DeclarationVersions
{
    private readonly object _gate = new();

    // A project is known again by a tree that it has kept. Weak: an analyzer outlives the projects that it sees.
    private readonly ConditionalWeakTable<SyntaxTree, StrongBox<Snapshot>> _last = new();

    public DeclarationVersion Of(Compilation compilation)
    {
        var project = (CSharpCompilation)compilation;
        lock (_gate)
        {
            // An edit replaces one tree: the first or the last is there still.
            SyntaxTree[] marks = [project.SyntaxTrees[0], project.SyntaxTrees[project.SyntaxTrees.Length - 1]];
            var last = marks.Select(tree => _last.TryGetValue(tree, out var found) ? found.Value : null).FirstOrDefault(found => found is not null);
            var snapshot = new Snapshot(project, last);
            foreach (var tree in marks)
            {
                _last.GetValue(tree, _ => new StrongBox<Snapshot>(snapshot)).Value = snapshot;
            }

            return snapshot.Version;
        }
    }

    /// <summary>A compilation as far as its version depends on it.</summary>
    private sealed class Snapshot
    {
        private readonly string? _name;
        private readonly CSharpCompilationOptions _options;
        private readonly ImmutableArray<MetadataReference> _references;
        private readonly ImmutableArray<SyntaxTree> _trees;

        public Snapshot(CSharpCompilation compilation, Snapshot? last)
        {
            _name = compilation.AssemblyName;
            _options = compilation.Options;
            _references = compilation.References.ToImmutableArray();
            _trees = compilation.SyntaxTrees;
            Version = last is not null && Declares(last) ? last.Version : new DeclarationVersion();
        }

        public DeclarationVersion Version { get; }

        private bool Declares(Snapshot last) =>
            _name == last._name
            && _trees.Length == last._trees.Length
            && _options.Equals(last._options)
            && _references.SequenceEqual(last._references)
            && Enumerable.Range(0, _trees.Length).All(i => Declares(_trees[i], last._trees[i]));

        private static bool Declares(SyntaxTree tree, SyntaxTree last) =>
            tree == last || (tree.FilePath == last.FilePath && tree.Options.Equals(last.Options) && tree.IsEquivalentTo(last, topLevel: true));
    }
}
