using System.Collections.Immutable;
using AppFlow.Fluent.Analyzers.Requests;
using AppFlow.Fluent.Analyzers.Tokens.Index;
using AppFlow.Fluent.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Tokens;

/// <summary>Tells by the semantic model where a call gives a hard-coded token to what is marked <c>[IdempotencyToken]</c>.</summary>
internal static class TokenPlaces
{
    /// <summary>The places in the call, in the order in which they stand there; none in generated code.</summary>
    public static JudgedCall Of(IndexedSite site, SemanticModel semantics, Compilation compilation, FluentModel model, CancellationToken cancellationToken)
    {
        if (CallSiteReader.NodeAt(semantics.SyntaxTree.GetRoot(cancellationToken), site.Call.Span) is not { } node
            || semantics.GetOperation(node, cancellationToken) is not { } operation
            || GeneratedCode.IsMarked(semantics.GetEnclosingSymbol(node.SpanStart, cancellationToken)))
        {
            return JudgedCall.Nothing;
        }

        var fields = new List<IFieldSymbol>();
        var values = TokensOf(operation, model)
            .SelectMany(token => HardCodedValues.Of(token.Value, compilation, cancellationToken, fields)
                .Where(value => value.Value is string text && !string.IsNullOrWhiteSpace(text) && !token.IsRefused(text)));
        var places = values
            .GroupBy(value => value.Place.Syntax.Span, value => (string)value.Value!)
            .OrderBy(place => place.Key)
            .Select(place => new TokenPlace(semantics.SyntaxTree, place.Key, place.Distinct().ToImmutableArray()))
            .ToImmutableArray();
        return new JudgedCall(places, readsFields: fields.Count > 0);
    }

    private static IEnumerable<GivenToken> TokensOf(IOperation operation, FluentModel model) => operation switch
    {
        IExpressionStatementOperation statement => TokensOf(statement.Operation, model),
        IInvocationOperation call => TokensOf(call, call.Arguments, model),
        IObjectCreationOperation creation => TokensOf(creation, creation.Arguments, model),
        IPropertyReferenceOperation indexer => TokensOf(indexer, indexer.Arguments, model),
        IAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } } assignment when model.IsToken(property) =>
            [new GivenToken(assignment.Value, [FieldConstraints.Of(property)])],
        _ => [],
    };

    private static IEnumerable<GivenToken> TokensOf(IOperation call, ImmutableArray<IArgumentOperation> arguments, FluentModel model)
    {
        foreach (var argument in arguments)
        {
            if (argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter } && model.IsToken(parameter))
            {
                var sets = model.CallOf(call)?.Sets.Where(set => set.Parameter?.Ordinal == parameter.Ordinal).Select(set => set.Constraints);
                yield return new GivenToken(argument.Value, sets ?? []);
            }
        }
    }

    private sealed class GivenToken(IOperation value, IEnumerable<FieldConstraints> constraints)
    {
        public IOperation Value { get; } = value;

        // The service's refusal is a rule of its own, and what it refuses is never a token.
        public bool IsRefused(string text) => constraints.Any(constraint => constraint.Refusal(text) is not null);
    }
}
