using System.Collections.Immutable;
using AppFlow.Fluent.Analyzers.Contexts;
using AppFlow.Fluent.Analyzers.Libraries;
using AppFlow.Fluent.Analyzers.Lowering;
using AppFlow.Fluent.Analyzers.Values;
using AppFlow.Fluent.Rules.Flow;
using AppFlow.Fluent.Rules.Judges;
using AppFlow.Fluent.Rules.Shapes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AppFlow.Fluent.Analyzers.Bodies;

/// <summary>One body, lowered and analysed, and the findings of the judges.</summary>
internal sealed class FlowBody
{
    private readonly Dictionary<TextSpan, PlaceFacts> _facts = [];

    private FlowBody(SyntaxNode owner, FlowResult flow)
    {
        Owner = owner;
        Flow = flow;
    }

    public SyntaxNode Owner { get; }

    public FlowResult Flow { get; }

    /// <summary>The relevant places of hard-coded tokens, in source order.</summary>
    public ImmutableArray<TokenPlace> Places { get; private set; } = ImmutableArray<TokenPlace>.Empty;

    /// <summary>
    /// Whether the places depend on code outside the body: on the initializer of a <c>static readonly</c> field, or on what a method or
    /// constructor of this compilation does with a token.
    /// </summary>
    public bool ReadsOtherCode { get; private set; }

    public static FlowBody? Analyse(
        SyntaxNode owner,
        SemanticModel semantics,
        Compilation compilation,
        RequestLibrary library,
        TestTypes tests,
        CancellationToken cancellationToken)
    {
        if (semantics.GetOperation(owner, cancellationToken) is not { } operation
            || BodyLowering.Lower(operation, library, compilation, cancellationToken) is not { } graph)
        {
            return null;
        }

        var flow = FlowAnalysis.Run(graph, (type, other) => IsA(type as ITypeSymbol, other as ITypeSymbol), cancellationToken);
        var body = new FlowBody(owner, flow) { ReadsOtherCode = CallsOtherCode(operation, owner, compilation) };
        body.FindPlaces(semantics, compilation, library, tests, cancellationToken);
        return body;
    }

    /// <summary>Whether an operation belongs to this body, and not to a method that was read with it.</summary>
    public bool Holds(IOperation operation) => operation.Syntax.SyntaxTree == Owner.SyntaxTree && Owner.FullSpan.Contains(operation.Syntax.Span);

    /// <summary>Whether two places of this body send the same request, so that they are one repeated call.</summary>
    public bool AreOneCall(TokenPlace one, TokenPlace other) =>
        one.Tree == Owner.SyntaxTree
        && other.Tree == Owner.SyntaxTree
        && _facts.TryGetValue(one.Span, out var facts)
        && _facts.TryGetValue(other.Span, out var otherFacts)
        && RepeatedCallJudge.AreOneCall(facts, otherFacts);

    /// <summary>The kind of request that gets the token of a place in this body.</summary>
    public RequestShape? ShapeOf(TokenPlace place) => _facts.TryGetValue(place.Span, out var facts) ? facts.Requests.First().Request.Shape : null;

    private void FindPlaces(SemanticModel semantics, Compilation compilation, RequestLibrary library, TestTypes tests, CancellationToken cancellationToken)
    {
        var places = ImmutableArray.CreateBuilder<TokenPlace>();
        foreach (var facts in Flow.Places.Values)
        {
            if (facts.Set.Field.Role != FieldRole.Token || facts.Set.Place is not IOperation expression || facts.Requests.Count == 0
                || !Holds(expression) || AssertedThrows.Contain(expression.Syntax))
            {
                continue;
            }

            var shape = facts.Requests.First().Request.Shape;
            var constraints = library.KindOf(shape.Operation as ITypeSymbol)?.PropertyOf(facts.Set.Field) is { } property ? library.ConstraintsOf(property) : null;
            var fields = new List<IFieldSymbol>();
            var enclosing = semantics.GetEnclosingSymbol(expression.Syntax.SpanStart, cancellationToken);
            var isGenerated = GeneratedCode.IsMarked(enclosing);
            var values = HardCodedValues.Of(expression, compilation, cancellationToken, fields)
                .Where(value => !isGenerated && value.Value is string text && !string.IsNullOrWhiteSpace(text) && constraints?.Refusal(text) is null);
            foreach (var arm in values.GroupBy(value => value.Place.Syntax.Span, value => (string)value.Value!))
            {
                ReadsOtherCode |= fields.Count > 0;
                if (!_facts.ContainsKey(arm.Key))
                {
                    _facts.Add(arm.Key, facts);
                    places.Add(new TokenPlace(
                        Owner.SyntaxTree,
                        arm.Key,
                        arm.Distinct().ToImmutableArray(),
                        OperationNames.Of(shape),
                        tests.ScopeOf(enclosing)));
                }
            }
        }

        Places = places.OrderBy(place => place.Span).ToImmutableArray();
    }

    private static bool CallsOtherCode(IOperation body, SyntaxNode owner, Compilation compilation) => body.Descendants().Any(operation =>
    {
        ISymbol? called = operation switch
        {
            IInvocationOperation call => call.TargetMethod,
            IObjectCreationOperation creation => creation.Constructor,
            IPropertyReferenceOperation reference => reference.Property,
            IWithOperation with => with.Type,
            _ => null,
        };
        return called is not null
            && SymbolEqualityComparer.Default.Equals(called.ContainingAssembly, compilation.Assembly)
            && !called.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == owner.SyntaxTree && owner.Span.Contains(reference.Span));
    });

    private static bool IsA(ITypeSymbol? type, ITypeSymbol? other)
    {
        if (type is null || other is null)
        {
            return false;
        }

        for (var current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, other))
            {
                return true;
            }
        }

        return other.TypeKind == TypeKind.Interface && type.AllInterfaces.Any(implemented => SymbolEqualityComparer.Default.Equals(implemented, other));
    }
}
