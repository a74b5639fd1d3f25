using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Verification;

/// <summary>Applies a fix to a handmade diagnostic at a place in a snippet, independently of the rule.</summary>
internal sealed class OfferedFixes : IDisposable
{
    private readonly AdhocWorkspace _workspace = new();
    private readonly CodeFixProvider _fix;
    private readonly Document _document;

    public OfferedFixes(CodeFixProvider fix, string source)
    {
        _fix = fix;
        var project = ProjectId.CreateNewId();
        var usings = DocumentId.CreateNewId(project);
        var document = DocumentId.CreateNewId(project);
        _document = _workspace.CurrentSolution
            .AddProject(ProjectInfo.Create(
                project,
                VersionStamp.Default,
                "Snippets",
                "Snippets",
                LanguageNames.CSharp,
                compilationOptions: Snippets.CompilationOptions,
                parseOptions: Snippets.ParseOptions,
                metadataReferences: Snippets.References(referencesLibrary: true)))
            .AddDocument(usings, "Usings.cs", SourceText.From(Snippets.GlobalUsings.Content), filePath: "Usings.cs")
            .AddDocument(document, "File0.cs", SourceText.From(source), filePath: "File0.cs")
            .GetDocument(document)!;
    }

    /// <summary>The file after the fix with that key; null if it is not offered.</summary>
    /// <param name="id">The rule's id.</param>
    /// <param name="key">The fix's equivalence key.</param>
    /// <param name="place">The diagnosed text, which occurs once in the file.</param>
    /// <param name="others">The additional locations' texts.</param>
    public async Task<string?> FixedAsync(string id, string key, string place, params string[] others)
    {
        var actions = new List<CodeAction>();
        var diagnostic = await DiagnosticAsync(id, place, others);
        await _fix.RegisterCodeFixesAsync(new CodeFixContext(_document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        return actions.FirstOrDefault(action => action.EquivalenceKey == key) is { } offered ? await AppliedAsync(offered) : null;
    }

    /// <summary>The file after Fix All; null if there is no such action.</summary>
    public async Task<string?> FixedAllAsync(string id, string? key, params string[] places)
    {
        var diagnostics = new List<Diagnostic>();
        foreach (var place in places)
        {
            diagnostics.Add(await DiagnosticAsync(id, place, []));
        }

        var context = new FixAllContext(_document, _fix, FixAllScope.Document, key, [id], new Known([.. diagnostics]), CancellationToken.None);
        return await _fix.GetFixAllProvider()!.GetFixAsync(context) is { } action ? await AppliedAsync(action) : null;
    }

    public void Dispose() => _workspace.Dispose();

    private async Task<Diagnostic> DiagnosticAsync(string id, string place, string[] others)
    {
        var tree = await _document.GetSyntaxTreeAsync();
        var text = tree!.ToString();
        var rule = new DiagnosticDescriptor(id, id, id, "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true);
        return Diagnostic.Create(rule, At(place), others.Select(At));

        Location At(string part)
        {
            Assert.Equal(text.IndexOf(part, StringComparison.Ordinal), text.LastIndexOf(part, StringComparison.Ordinal));
            return Location.Create(tree, new TextSpan(text.IndexOf(part, StringComparison.Ordinal), part.Length));
        }
    }

    private async Task<string> AppliedAsync(CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(_document.Id)!;
        return (await changed.GetTextAsync()).ToString();
    }

    private sealed class Known(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(diagnostics.Where(diagnostic => diagnostic.Location.SourceTree?.FilePath == document.FilePath));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(Enumerable.Empty<Diagnostic>());

        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);
    }
}
