using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AppFlow.Fluent.Analyzers.TokenIndex;

/// <summary>
/// Tracks a project across edits. The meaning of a call in one file cannot change while only bodies of other files are edited, which is
/// true of nearly every edit.
/// </summary>
internal sealed class DeclarationVersions
{
    private readonly object _gate = new();

    // A project is recognised by a tree that it has kept. Weak, because an analyzer outlives its projects.
    private readonly ConditionalWeakTable<SyntaxTree, Snapshot> _last = new();

    public DeclarationVersion Of(Compilation compilation)
    {
        var project = (CSharpCompilation)compilation;
        lock (_gate)
        {
            var last = Snapshot.MarksOf(project).Select(Last).FirstOrDefault(found => found is not null);
            var snapshot = new Snapshot(project, last);

            // A tree that is no longer the first or last must not keep its old version alive.
            foreach (var tree in last?.Marks ?? [])
            {
                _last.Remove(tree);
            }

            foreach (var tree in snapshot.Marks)
            {
                _last.Remove(tree);
                _last.Add(tree, snapshot);
            }

            return snapshot.Version;
        }
    }

    private Snapshot? Last(SyntaxTree tree) => _last.TryGetValue(tree, out var last) ? last : null;

    /// <summary>The parts of a compilation that decide its version.</summary>
    private sealed class Snapshot
    {
        private readonly string? _name;
        private readonly CSharpCompilationOptions _options;
        private readonly ImmutableArray<SyntaxTree> _trees;

        // A source reference to a project holds a whole compilation, which must not outlive the referencing one.
        private readonly ImmutableArray<WeakReference<MetadataReference>> _references;

        public Snapshot(CSharpCompilation compilation, Snapshot? last)
        {
            _name = compilation.AssemblyName;
            _options = compilation.Options;
            _trees = compilation.SyntaxTrees;
            _references = compilation.References.Select(reference => new WeakReference<MetadataReference>(reference)).ToImmutableArray();
            Marks = MarksOf(compilation);
            Version = last is not null && Declares(last) ? last.Version : new DeclarationVersion();
        }

        public DeclarationVersion Version { get; }

        public ImmutableArray<SyntaxTree> Marks { get; }

        /// <summary>The trees that identify the compilation: an edit replaces one tree, so the first or the last remains.</summary>
        public static ImmutableArray<SyntaxTree> MarksOf(CSharpCompilation compilation)
        {
            var trees = compilation.SyntaxTrees;
            return trees.Length > 1 ? ImmutableArray.Create(trees[0], trees[trees.Length - 1]) : trees;
        }

        private bool Declares(Snapshot last) =>
            _name == last._name
            && _trees.Length == last._trees.Length
            && _options.Equals(last._options)
            && _references.Length == last._references.Length
            && _references.Zip(last._references, IsSame).All(isSame => isSame)
            && _trees.Zip(last._trees, Declares).All(isSame => isSame);

        private static bool IsSame(WeakReference<MetadataReference> one, WeakReference<MetadataReference> other) =>
            one.TryGetTarget(out var reference) && other.TryGetTarget(out var last) && reference.Equals(last);

        private static bool Declares(SyntaxTree tree, SyntaxTree last) =>
            tree == last || (tree.FilePath == last.FilePath && tree.Options.Equals(last.Options) && tree.IsEquivalentTo(last, topLevel: true));
    }
}
