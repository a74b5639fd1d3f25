using AppFlow.Fluent.Analyzers.Loops;
using AppFlow.Fluent.Analyzers.Requests;
using AppFlow.Fluent.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Tokens;

/// <summary>
/// The tokens of a body that are sent with different requests: in a repetition whose requests change while the token does not, or
/// because two requests get the same variable. A pure function of the body, so that any rule can ask it which rule a place belongs to.
/// </summary>
internal sealed class SharedTokens
{
    private readonly Compilation _compilation;
    private readonly CancellationToken _cancellationToken;
    private readonly Writes _writes;
    private readonly FunctionGraphs _graphs;
    private readonly List<TokenUse> _uses;
    private readonly Dictionary<IOperation, RepeatedValues> _values = [];
    private readonly Dictionary<SyntaxNode, SharedToken> _found = [];

    private SharedTokens(
        IOperation body,
        Func<IOperation, ControlFlowGraph> graphOf,
        FluentModel model,
        Compilation compilation,
        CancellationToken cancellationToken)
    {
        _compilation = compilation;
        _cancellationToken = cancellationToken;
        _writes = new Writes(body, cancellationToken);
        _graphs = new FunctionGraphs(body, graphOf, cancellationToken);
        _uses = TokenUses.In(body, model, _writes).ToList();
    }

    /// <summary>The shared tokens of one operation block, in the order of the source.</summary>
    public static IReadOnlyList<SharedToken> Find(
        IOperation body,
        Func<IOperation, ControlFlowGraph> graphOf,
        FluentModel model,
        Compilation compilation,
        CancellationToken cancellationToken)
    {
        var tokens = new SharedTokens(body, graphOf, model, compilation, cancellationToken);
        tokens.FindInRepetitions();
        tokens.FindBetweenPlaces();
        return tokens._found.Values.OrderBy(found => found.Place.Syntax.SpanStart).ToList();
    }

    private void FindInRepetitions()
    {
        foreach (var use in _uses)
        {
            foreach (var repetition in Repetition.Around(use.Operation))
            {
                if (repetition.Kind != RepetitionKind.EachAttempt && IsShared(use, repetition))
                {
                    Add(use, place => new SharedToken(place, repetition));
                    break;
                }
            }
        }
    }

    private bool IsShared(TokenUse use, Repetition repetition)
    {
        if (!_values.TryGetValue(repetition.Operation, out var values))
        {
            _values.Add(repetition.Operation, values = new RepeatedValues(repetition, _writes));
        }

        var varying = use.Inputs.Values.Where(input => input is not null && values.Of(input) == Variance.Varies).ToList();
        if (varying.Count == 0 || values.Of(use.Token) != Variance.Fixed)
        {
            return false;
        }

        if (repetition.Operation is not ILoopOperation loop)
        {
            return true;
        }

        // What picks one item, sends it and leaves the loop sends one request.
        if (LoopPaths.Of(use.Operation, loop, _graphs, _cancellationToken) is not { } paths)
        {
            return false;
        }

        return paths.GoesRoundAfterSuccess || (paths.GoesRoundAfterFailure && !varying.All(input => IsAttemptNumber(input!, use)));
    }

    // A wrapper that is told which attempt this is sends the same request at each.
    private static bool IsAttemptNumber(IOperation input, TokenUse use) =>
        use.Target is IMethodSymbol
        && HardCodedValues.Unwrapped(input).Type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_UInt32;

    private void FindBetweenPlaces()
    {
        if (_uses.Count < 2)
        {
            return;
        }

        var same = new SameExpressions(_writes);
        for (var later = 1; later < _uses.Count; later++)
        {
            var second = _uses[later];
            for (var earlier = 0; earlier < later && !_found.ContainsKey(second.Token.Syntax); earlier++)
            {
                var first = _uses[earlier];
                if (SharesToken(first, second)
                    && TokenRequests.Differ(first, second, same)
                    && !Conditions.MayExcludeEachOther(first.Operation, second.Operation)
                    && ForwardPaths.Lead(first.Operation, second.Operation, _graphs))
                {
                    var other = first.Token.Syntax == second.Token.Syntax ? CallSyntax.NameNode(second.Operation.Syntax) : first.Token.Syntax;
                    Add(second, place => new SharedToken(place, other));
                }
            }
        }
    }

    private bool SharesToken(TokenUse first, TokenUse second)
    {
        if (first.Token.Syntax == second.Token.Syntax)
        {
            return IsEvaluatedOnce(first, second);
        }

        var variable = VariableOf(first.Token);
        return variable is not null
            && SymbolEqualityComparer.Default.Equals(variable, VariableOf(second.Token))
            && HardCodedValues.Of(first.Token, _compilation, _cancellationToken).IsEmpty
            && !_writes.Of(variable).Any(write => MayComeBetween(write, variable, first.Token, second.Token));
    }

    // One expression that is sent twice, by a request kept in a local, is one value when nothing evaluates it anew in between.
    private static bool IsEvaluatedOnce(TokenUse first, TokenUse second)
    {
        var repetition = Repetition.Around(first.Token).FirstOrDefault();
        return repetition is null || (repetition.Contains(first.Operation.Syntax) && repetition.Contains(second.Operation.Syntax));
    }

    private static bool MayComeBetween(Write write, ISymbol variable, IOperation first, IOperation second)
    {
        var isElsewhere = write.Function is not null && !SymbolEqualityComparer.Default.Equals(write.Function, variable.ContainingSymbol);
        return isElsewhere || (write.Syntax.Span.End > first.Syntax.SpanStart && write.Syntax.SpanStart < second.Syntax.Span.End);
    }

    private static ISymbol? VariableOf(IOperation token) => HardCodedValues.Unwrapped(token) switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    private void Add(TokenUse use, Func<IOperation, SharedToken> create)
    {
        var hardCoded = HardCodedValues.Of(use.Token, _compilation, _cancellationToken);
        if (hardCoded.IsEmpty)
        {
            Add(use.Token, create);
        }

        foreach (var value in hardCoded)
        {
            // A constant that the service refuses is never sent: that is AFF3001's to say.
            if (value.Value is not null && (use.Target as RequestType)?.Token?.Constraints.Refusal(value.Value) is null)
            {
                Add(value.Place, create);
            }
        }
    }

    private void Add(IOperation place, Func<IOperation, SharedToken> create)
    {
        if (!_found.ContainsKey(place.Syntax))
        {
            _found.Add(place.Syntax, create(place));
        }
    }
}
