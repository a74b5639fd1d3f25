using System.Collections.Immutable;
using AppFlow.Fluent.Analyzers.Flow;
using AppFlow.Fluent.Analyzers.Requests;
using AppFlow.Fluent.Analyzers.Tokens.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AppFlow.Fluent.Analyzers.Tokens;

/// <summary>
/// AFF1001, AFF1002 and AFF1003: a hard-coded client token that is reused across calls, a token that is sent with different requests, a
/// hard-coded token that stands at one place only.
/// </summary>
/// <remarks>
/// One place gets one rule, in this order, so all three are decided here. Reported from an ordinary action of the file at hand, never at the end of the
/// compilation: while a file is edited, the IDE asks for that file's diagnostics only.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClientTokenAnalyzer : DiagnosticAnalyzer
{
    // The IDE keeps the analyzer, and with it what was read of each tree, from edit to edit.
    private readonly TreeSummaries _summaries = new();
    private readonly DeclarationVersions _versions = new();

    /// <summary>How many trees were read into the index, for the test that an edit reads one.</summary>
    internal int TreesRead => _summaries.Made;

    internal BodyGraphs Graphs { get; } = new();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.ReusedToken, Descriptors.SharedToken, Descriptors.HardCodedToken);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (FluentModel.For(start.Compilation) is { } model)
            {
                var index = new TokenIndex(start.Compilation, model, _summaries, _versions, start.Options.AnalyzerConfigOptionsProvider);
                start.RegisterOperationBlockStartAction(body => new BodyTokens(model, index, Graphs).Register(body));
            }
        });
    }

    /// <summary>The tokens of one body.</summary>
    private sealed class BodyTokens(FluentModel model, TokenIndex index, BodyGraphs graphs)
    {
        private volatile bool _takesToken;

        public void Register(OperationBlockStartAnalysisContext context)
        {
            context.RegisterOperationAction(
                target => _takesToken |= model.TakesToken(target.Operation, index.Marked(target.CancellationToken)),
                TokenTargets.Kinds);
            context.RegisterOperationBlockEndAction(Finish);
        }

        private void Finish(OperationBlockAnalysisContext context)
        {
            var atHand = context.OperationBlocks[0].SemanticModel!;
            var sites = index.SitesIn(atHand.SyntaxTree, context.CancellationToken);
            if (sites.Count == 0 && !_takesToken)
            {
                return;
            }

            var places = PlacesIn(context, sites, atHand);
            var decided = new HashSet<TextSpan>();
            foreach (var place in places)
            {
                if (ReusedToken.Find(place, index, atHand, context.CancellationToken) is { } reused)
                {
                    decided.Add(place.Span);
                    context.ReportDiagnostic(reused);
                }
            }

            foreach (var shared in SharedIn(context).Where(shared => decided.Add(shared.Place.Syntax.Span)))
            {
                context.ReportDiagnostic(SharedTokenDiagnostic.Of(shared));
            }

            foreach (var place in places.Where(place => decided.Add(place.Span)))
            {
                context.ReportDiagnostic(HardCodedToken.At(place));
            }
        }

        // From the index, and not from the operations at hand: what a file says of its own place must be what others say of it.
        private List<TokenPlace> PlacesIn(OperationBlockAnalysisContext context, IReadOnlyList<IndexedSite> sites, SemanticModel atHand) =>
            context.OperationBlocks
                .Select(block => block.Syntax)
                .Distinct()
                .SelectMany(body => sites.Where(site => IsIn(body, site)))
                .SelectMany(site => index.PlacesAt(site, atHand, context.CancellationToken))
                .ToList();

        private IEnumerable<SharedToken> SharedIn(OperationBlockAnalysisContext context) => _takesToken
            ? context.OperationBlocks.SelectMany(block =>
                SharedTokens.Find(block, graphs.Of(context), model, context.Compilation, context.CancellationToken))
            : [];

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
    }
}
