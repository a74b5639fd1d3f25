using System.Globalization;
using System.Text.RegularExpressions;
using AppFlow.Fluent.Analyzers.Bodies;
using AppFlow.Fluent.Analyzers.Expressions;
using AppFlow.Fluent.Analyzers.Libraries;
using AppFlow.Fluent.Analyzers.TokenIndex;
using AppFlow.Fluent.Analyzers.Values;
using AppFlow.Fluent.Rules.Catalog.Messages;
using AppFlow.Fluent.Rules.Judges;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AppFlow.Fluent.Analyzers.Rules;

/// <summary>
/// AFF1001, AFF1002, AFF1003 and AFF1005: a hard-coded client token that is reused across calls, a token that is sent with different
/// requests, a hard-coded token at one place only, a token made from a coarse clock. And AFF1006: an operation id that is new at every run.
/// </summary>
/// <remarks>
/// One place gets at most one token rule, in this order, so they are decided together. Reported from an ordinary action of the file, never
/// at the end of the compilation: while a file is edited, the IDE requests only that file's diagnostics.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClientTokenAnalyzer() : BodyRule(
    Descriptors.ReusedToken, Descriptors.SharedToken, Descriptors.HardCodedToken, Descriptors.ClockToken, Descriptors.FreshOperationId)
{
    // Each other place is analysed with its file's semantic model: a token that is used everywhere must not make an edit bind everything.
    private const int MaxOthers = 25;

    // The IDE keeps the analyzer, and with it the data of each tree, across edits.
    private readonly TreeSummaries _summaries = new();
    private readonly DeclarationVersions _versions = new();

    /// <summary>How many trees were read into the index, for the test that an edit reads one.</summary>
    internal int TreesRead => _summaries.Made;

    private protected override Action<BodyReport> Begin(Compilation compilation, AnalyzerOptions options, RequestLibrary library)
    {
        var index = new PlaceIndex(compilation, library, _summaries, _versions, options.AnalyzerConfigOptionsProvider);
        return body => new Judgement(body, index, library).Report();
    }

    /// <summary>The tokens of one body.</summary>
    private sealed class Judgement(BodyReport body, PlaceIndex index, RequestLibrary library)
    {
        private readonly HashSet<TextSpan> _decided = [];

        public void Report()
        {
            foreach (var place in body.Body.Places)
            {
                if (Reused(place) is { } reused)
                {
                    _decided.Add(place.Span);
                    body.Report(reused);
                }
            }

            foreach (var shared in SharedTokenJudge.Judge(body.Body.Flow))
            {
                foreach (var place in PlacesOf(shared).Where(place => _decided.Add(place.Span)))
                {
                    body.Report(SharedDiagnostic(shared, place));
                }
            }

            foreach (var clock in ClockTokenJudge.Judge(body.Body.Flow))
            {
                if (clock.Place is IOperation place && body.Body.Holds(place) && _decided.Add(place.Syntax.Span))
                {
                    var (origin, canBeLeftOut) = (library.OriginOf(clock.Shape), library.CanLeaveTokenOut(clock.Shape));
                    body.Report(Diagnostic.Create(
                        Descriptors.ClockToken,
                        place.Syntax.GetLocation(),
                        NeededTokenProperties.Encode(origin, canBeLeftOut),
                        TokenMessages.CSharp.Clock(origin, canBeLeftOut)));
                }
            }

            foreach (var place in body.Body.Places.Where(place => place.Scope is null && _decided.Add(place.Span)))
            {
                var (origin, canBeLeftOut) = Of(place);
                body.Report(Diagnostic.Create(
                    Descriptors.HardCodedToken,
                    place.Location,
                    NeededTokenProperties.Encode(origin, canBeLeftOut),
                    TokenMessages.CSharp.HardCoded(place.Values[0], origin, canBeLeftOut)));
            }

            foreach (var id in OperationIdJudge.Judge(body.Body.Flow))
            {
                if (id.Place is IOperation place && body.Body.Holds(place))
                {
                    body.Report(Diagnostic.Create(Descriptors.FreshOperationId, place.Syntax.GetLocation(), TokenMessages.CSharp.FreshOperationId()));
                }
            }
        }

        private Diagnostic? Reused(TokenPlace place)
        {
            foreach (var value in place.Values)
            {
                var others = index.PlacesOf(value, body.Semantics, body.CancellationToken)
                    .Where(other => !other.IsAt(place) && other.Meets(place) && !body.Body.AreOneCall(place, other))
                    .Take(MaxOthers)
                    .ToList();
                if (others.Count > 0)
                {
                    var (origin, canBeLeftOut) = Of(place);
                    return Diagnostic.Create(
                        Descriptors.ReusedToken,
                        place.Location,
                        others.Select(other => other.Location),
                        NeededTokenProperties.Encode(origin, canBeLeftOut),
                        TokenMessages.CSharp.Reused(value, Where(others[0]), origin, canBeLeftOut));
                }
            }

            return null;
        }

        // Each arm of a choice is a place. A constant that is invalid or blank is never sent.
        private IEnumerable<SyntaxNode> PlacesOf(SharedTokenFinding shared)
        {
            if (shared.Place is not IOperation token || !body.Body.Holds(token))
            {
                return [];
            }

            var constants = HardCodedValues.Of(token, body.Compilation, body.CancellationToken);
            return constants.IsEmpty
                ? [token.Syntax]
                : constants.Select(constant => constant.Place.Syntax).Where(syntax => body.Body.Places.Any(place => place.Span == syntax.Span));
        }

        private Diagnostic SharedDiagnostic(SharedTokenFinding shared, SyntaxNode place)
        {
            var (origin, canBeLeftOut) = (library.OriginOf(shared.Shape), library.CanLeaveTokenOut(shared.Shape));
            var other = shared.Other is IOperation operation ? CallNames.NodeOf(operation.Syntax).GetLocation() : null;
            return Diagnostic.Create(
                Descriptors.SharedToken,
                place.GetLocation(),
                other is null ? null : [other],
                NeededTokenProperties.Encode(origin, canBeLeftOut),
                other is null
                    ? TokenMessages.CSharp.SharedInRounds(Text(place), shared.Loop is not (ILoopOperation or ILabeledOperation), origin, canBeLeftOut)
                    : TokenMessages.CSharp.SharedByTwo(Text(place), $"line {LineOf(other)}", origin, canBeLeftOut));
        }

        private (RequestOrigin Origin, bool CanBeLeftOut) Of(TokenPlace place) => body.Body.ShapeOf(place) is { } shape
            ? (library.OriginOf(shape), library.CanLeaveTokenOut(shape))
            : (RequestOrigin.Own, false);

        private static string Text(SyntaxNode place) => Regex.Replace(place.ToString(), @"\s+", " ");

        private static string Where(TokenPlace place)
        {
            var path = place.Tree.FilePath;
            var line = $"line {LineOf(place.Location)}";
            var name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
            return name.Length == 0 ? line : $"{name}, {line}";
        }

        private static string LineOf(Location location) =>
            (location.GetLineSpan().StartLinePosition.Line + 1).ToString(CultureInfo.InvariantCulture);
    }
}
