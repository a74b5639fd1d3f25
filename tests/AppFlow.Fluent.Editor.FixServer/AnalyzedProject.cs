using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.MSBuild;

namespace AppFlow.Fluent.Editor.FixServer;

/// <summary>A project as an editor sees it. Analyzers and fixes come from its own analyzer references, but only those of AppFlow.Fluent.</summary>
public sealed class AnalyzedProject : IDisposable
{
    private readonly MSBuildWorkspace _workspace;
    private readonly ImmutableArray<DiagnosticAnalyzer> _analyzers;
    private readonly ImmutableArray<CodeFixProvider> _providers;

    private AnalyzedProject(MSBuildWorkspace workspace, Project project)
    {
        _workspace = workspace;
        Original = project;
        var ours = project.AnalyzerReferences.OfType<AnalyzerFileReference>().Where(IsOurs).ToList();
        _analyzers = [.. ours.SelectMany(reference => reference.GetAnalyzers(LanguageNames.CSharp))];
        _providers = [.. ours.SelectMany(Providers)];
    }

    /// <summary>The project as it is on disk.</summary>
    public Project Original { get; }

    /// <summary>The rules that the fixes can fix.</summary>
    public IEnumerable<string> FixableIds => _providers.SelectMany(provider => provider.FixableDiagnosticIds).Distinct();

    /// <summary>Opens a project file, which must have been restored.</summary>
    /// <exception cref="InvalidOperationException">The project cannot be read, or has none of the analyzers.</exception>
    public static async Task<AnalyzedProject> OpenAsync(string path, CancellationToken cancellationToken = default)
    {
        var workspace = MSBuildWorkspace.Create();
        var failures = new List<string>();
        using var failed = workspace.RegisterWorkspaceFailedHandler(failure =>
        {
            if (failure.Diagnostic.Kind == WorkspaceDiagnosticKind.Failure)
            {
                failures.Add(failure.Diagnostic.Message);
            }
        });
        var project = new AnalyzedProject(workspace, await workspace.OpenProjectAsync(path, cancellationToken: cancellationToken).ConfigureAwait(false));
        if (failures.Count > 0 || project._analyzers.IsEmpty)
        {
            project.Dispose();
            throw new InvalidOperationException($"{path} has none of the analyzers, or cannot be read. {string.Join(' ', failures)}");
        }

        return project;
    }

    /// <summary>The document of that name.</summary>
    public static Document Document(Project project, string fileName) => project.Documents.Single(document => Path.GetFileName(document.FilePath) == fileName);

    /// <summary>The rules' diagnostics for one document, requested as an editor does: for this document only, and never at the compilation's end.</summary>
    public async Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync(Document document, CancellationToken cancellationToken = default)
    {
        var compilation = await CompilationAsync(document.Project, cancellationToken).ConfigureAwait(false);
        var model = compilation.GetSemanticModel((await document.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false))!);
        var found = await compilation.WithAnalyzers(_analyzers, document.Project.AnalyzerOptions)
            .GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, cancellationToken)
            .ConfigureAwait(false);
        return [.. found.OrderBy(diagnostic => diagnostic.Location.SourceSpan)];
    }

    /// <summary>The compiler errors of a project.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> ErrorsAsync(Project project, CancellationToken cancellationToken = default) =>
        [.. (await CompilationAsync(project, cancellationToken).ConfigureAwait(false)).GetDiagnostics(cancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];

    /// <summary>The fixes that an editor's menu shows for a diagnostic.</summary>
    public async Task<IReadOnlyList<OfferedFix>> OfferedAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken = default)
    {
        var offered = new List<OfferedFix>();
        foreach (var provider in _providers.Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            var context = new CodeFixContext(document, diagnostic, (action, _) => offered.Add(new OfferedFix(action, provider)), cancellationToken);
            await provider.RegisterCodeFixesAsync(context).ConfigureAwait(false);
        }

        return offered;
    }

    /// <summary>The document after a fix is applied.</summary>
    public static async Task<Document> AppliedAsync(Document document, CodeAction action, CancellationToken cancellationToken = default)
    {
        var operations = await action.GetOperationsAsync(cancellationToken).ConfigureAwait(false);
        return operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
    }

    /// <summary>The document after a fix is applied to every diagnostic in it that the fix can fix.</summary>
    public async Task<Document> AppliedToAllAsync(Document document, string diagnosticId, OfferedFix fix, CancellationToken cancellationToken = default)
    {
        var context = new FixAllContext(document, fix.Provider, FixAllScope.Document, fix.Action.EquivalenceKey, [diagnosticId], new LiveDiagnostics(this), cancellationToken);
        var action = await fix.Provider.GetFixAllProvider()!.GetFixAsync(context).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"{fix.Action.Title} is not offered for all of a document.");
        return await AppliedAsync(document, action, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose() => _workspace.Dispose();

    private static async Task<Compilation> CompilationAsync(Project project, CancellationToken cancellationToken) =>
        await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) ?? throw new InvalidOperationException($"{project.Name} does not compile.");

    private static bool IsOurs(AnalyzerFileReference reference) => Path.GetFileName(reference.FullPath).StartsWith("AppFlow.Fluent.", StringComparison.Ordinal);

    private static IEnumerable<CodeFixProvider> Providers(AnalyzerFileReference reference) =>
        from type in reference.GetAssembly().GetTypes()
        where type.IsDefined(typeof(ExportCodeFixProviderAttribute), inherit: false)
        select (CodeFixProvider)Activator.CreateInstance(type)!;

    private sealed class LiveDiagnostics(AnalyzedProject project) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            await project.DiagnosticsAsync(document, cancellationToken).ConfigureAwait(false);

        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project analyzed, CancellationToken cancellationToken) =>
            (await Task.WhenAll(analyzed.Documents.Select(document => project.DiagnosticsAsync(document, cancellationToken))).ConfigureAwait(false)).SelectMany(found => found);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project analyzed, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
