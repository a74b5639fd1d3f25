using System.Collections.Immutable;
using AppFlow.Fluent.Analyzers.Requests;
using AppFlow.Fluent.Analyzers.Tokens.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

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
        foreach (var body in context.OperationBlocks.Select(block => block.Syntax).Distinct())
        {
            foreach (var site in index.SitesIn(body.SyntaxTree, context.CancellationToken).Where(site => IsIn(body, site)))
            {
                foreach (var place in index.PlacesAt(site, context.CancellationToken))
                {
                    if (ReusedToken.Find(place, index, context.CancellationToken) is { } reused)
                    {
                        context.ReportDiagnostic(reused);
                    }
                    else if (!IsShared(place))
                    {
                        context.ReportDiagnostic(HardCodedToken.At(place));
                    }
                }
            }
        }
    }

    // The seam for AFF1002, which comes before AFF1003: whether the token at this place is sent with different requests.
    private static bool IsShared(TokenPlace place) => place.Values.IsEmpty;

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
