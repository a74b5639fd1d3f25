using System.Collections.Immutable;
using AppFlow.Fluent.Analyzers.Requests;
using AppFlow.Fluent.Analyzers.Tokens.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AppFlow.Fluent.Analyzers.Tokens;

/// <summary>AFF1001 and AFF1003: a hard-coded client token that is reused across calls, or stands at one place only.</summary>
/// <remarks>
/// One place gets one rule, so both are decided here. Reported from an ordinary action of the file at hand, never at the end of the
/// compilation: while a file is edited, the IDE asks for that file's diagnostics only.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClientTokenAnalyzer : DiagnosticAnalyzer
{
    private readonly SyntaxTreeValueProvider<TreeSummary> _summaries;
    private int _treesRead;

    /// <summary>Makes the analyzer. The IDE keeps it, and with it what was read of each tree, from edit to edit.</summary>
    public ClientTokenAnalyzer() => _summaries = new SyntaxTreeValueProvider<TreeSummary>(Read);

    /// <summary>How many trees were read into the index, for the test that an edit reads one.</summary>
    internal int TreesRead => Volatile.Read(ref _treesRead);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.ReusedToken, Rules.HardCodedToken);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (FluentModel.For(start.Compilation) is { } model)
            {
                var index = new TokenIndex(start.Compilation, model, SummaryOf, start.Options.AnalyzerConfigOptionsProvider);
                start.RegisterOperationBlockAction(body => Analyze(body, index));
            }

            TreeSummary? SummaryOf(SyntaxTree tree) => start.TryGetValue(tree, _summaries, out var summary) ? summary : null;
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, TokenIndex index)
    {
        var single = new List<TokenPlace>();
        foreach (var place in PlacesIn(context, index))
        {
            if (ReusedToken.Find(place, index, context.CancellationToken) is { } reused)
            {
                context.ReportDiagnostic(reused);
            }
            else
            {
                single.Add(place);
            }
        }

        if (single.Count == 0)
        {
            return;
        }

        var shared = SharedPlaces();
        foreach (var place in single.Where(place => !shared.Contains(place.Span)))
        {
            context.ReportDiagnostic(HardCodedToken.At(place));
        }
    }

    // The seam for AFF1002, which comes after AFF1001 and before AFF1003: the token expressions of the bodies at hand that are sent with
    // different requests.
    private static ImmutableHashSet<TextSpan> SharedPlaces() => ImmutableHashSet<TextSpan>.Empty;

    private static IEnumerable<TokenPlace> PlacesIn(OperationBlockAnalysisContext context, TokenIndex index) =>
        from body in context.OperationBlocks.Select(block => block.Syntax).Distinct()
        from site in index.SitesIn(body.SyntaxTree, context.CancellationToken)
        where IsIn(body, site)
        from place in index.PlacesAt(site, context.CancellationToken)
        select place;

    // The block of top-level statements is the whole file, and the types in it have blocks of their own.
    private static bool IsIn(SyntaxNode body, IndexedSite site)
    {
        if (!body.Span.Contains(site.Call.Span))
        {
            return false;
        }

        var node = CallSiteReader.NodeAt(body.SyntaxTree.GetRoot(), site.Call.Span);
        while (node is not null && node != body)
        {
            if (node is MemberDeclarationSyntax and not GlobalStatementSyntax)
            {
                return false;
            }

            node = node.Parent;
        }

        return node == body;
    }

    private TreeSummary Read(SyntaxTree tree)
    {
        Interlocked.Increment(ref _treesRead);
        return TreeReader.Read(tree);
    }
}
