using AppFlow.Fluent.Analyzers.Expressions;
using AppFlow.Fluent.Analyzers.Libraries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Usage;

/// <summary>Finds how a body uses the locals that hold requests.</summary>
internal sealed class RequestUses(ISet<ILocalSymbol> locals, RequestLibrary library, CancellationToken cancellationToken)
{
    private readonly Dictionary<ILocalSymbol, Uses> _uses = new(SymbolEqualityComparer.Default);

    /// <summary>Reads a body, including its lambdas and local functions.</summary>
    public void Read(IOperation body) => Read(body, function: null);

    /// <summary>
    /// The locals with built requests that are not used, neither directly nor after <c>With…</c> calls. Of several locals for one chain,
    /// only the last.
    /// </summary>
    public IEnumerable<ILocalSymbol> BuiltButUnused()
    {
        var heirs = new HashSet<(ILocalSymbol From, ILocalSymbol To)>(_uses.SelectMany(local => local.Value.Heirs.Select(heir => (local.Key, heir))));
        var forward = heirs.ToLookup(pair => pair.From, pair => pair.To, LocalComparer.Instance);
        var backward = heirs.ToLookup(pair => pair.To, pair => pair.From, LocalComparer.Instance);
        var needed = Spread(_uses.Where(local => local.Value.IsUsed).Select(local => local.Key), backward);
        var built = Spread(_uses.Where(local => local.Value.IsBuilt).Select(local => local.Key), forward);
        var covered = new HashSet<ILocalSymbol>(LocalComparer.Instance);
        var vain = built.Where(local => !needed.Contains(local)).OrderByDescending(local => local.Locations[0].SourceSpan.Start).ToList();

        // First those whose value is not passed on; the rest refer to each other, and the last declared represents them all.
        foreach (var local in vain.Where(local => forward[local].All(heir => LocalComparer.Instance.Equals(heir, local))).Concat(vain))
        {
            if (!covered.Contains(local))
            {
                covered.UnionWith(Spread([local], backward));
                yield return local;
            }
        }
    }

    private static HashSet<ILocalSymbol> Spread(IEnumerable<ILocalSymbol> locals, ILookup<ILocalSymbol, ILocalSymbol> next)
    {
        var found = new HashSet<ILocalSymbol>(locals, LocalComparer.Instance);
        var open = new Stack<ILocalSymbol>(found);
        while (open.Count > 0)
        {
            foreach (var local in next[open.Pop()])
            {
                if (found.Add(local))
                {
                    open.Push(local);
                }
            }
        }

        return found;
    }

    private void Read(IOperation operation, IMethodSymbol? function)
    {
        cancellationToken.ThrowIfCancellationRequested();
        switch (operation)
        {
            case INameOfOperation:
                // It does not read the value.
                return;
            case IVariableDeclaratorOperation declarator when locals.Contains(declarator.Symbol):
                var uses = UsesOf(declarator.Symbol);
                uses.Function = function;
                Give(uses, declarator.Symbol, declarator.GetVariableInitializer()?.Value);
                break;
            case ILocalReferenceOperation reference when locals.Contains(reference.Local):
                Use(UsesOf(reference.Local), reference, function);
                break;
        }

        var inside = operation switch
        {
            IAnonymousFunctionOperation lambda => lambda.Symbol,
            ILocalFunctionOperation local => local.Symbol,
            _ => function,
        };
        foreach (var child in operation.ChildOperations)
        {
            Read(child, inside);
        }
    }

    private void Use(Uses uses, ILocalReferenceOperation reference, IMethodSymbol? function)
    {
        if (!SymbolEqualityComparer.Default.Equals(uses.Function, function))
        {
            uses.IsUsed = true;
        }
        else if (reference.Parent is ISimpleAssignmentOperation { IsRef: false, Parent: IExpressionStatementOperation } assignment && assignment.Target == reference)
        {
            Give(uses, reference.Local, assignment.Value);
        }
        else
        {
            Follow(uses, reference);
        }
    }

    // Up from the local to the final use of its value, through With… calls.
    private void Follow(Uses uses, ILocalReferenceOperation reference)
    {
        IOperation value = reference;
        var isMadeAnew = false;
        while (true)
        {
            switch (value.Parent)
            {
                case IParenthesizedOperation or IConversionOperation { OperatorMethod: null } or IConditionalOperation or ICoalesceOperation:
                    value = value.Parent;
                    continue;
                case ISwitchExpressionArmOperation { Parent: { } choice } arm when arm.Value == value:
                    value = choice;
                    continue;
                case IWithOperation copy when copy.Operand == value:
                    value = copy;
                    isMadeAnew = true;
                    continue;
                case IArgumentOperation { Parent: { } extension } argument when Chain.LinkOf(extension, library) is { } link && link.Source == argument.Value:
                    value = extension;
                    isMadeAnew = true;
                    continue;
                case IInvocationOperation invocation when Chain.LinkOf(invocation, library) is { } link && link.Source == value:
                    value = invocation;
                    isMadeAnew = true;
                    continue;
                case IConditionalAccessOperation access when access.Operation == value && Made(access) is { } made:
                    value = made;
                    isMadeAnew = true;
                    continue;
                case IExpressionStatementOperation when isMadeAnew:
                    return;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } when locals.Contains(declarator.Symbol):
                    uses.Heirs.Add(declarator.Symbol);
                    return;
                case ISimpleAssignmentOperation { IsRef: false, Parent: IExpressionStatementOperation, Target: ILocalReferenceOperation target } assignment
                    when assignment.Value == value && locals.Contains(target.Local):
                    uses.Heirs.Add(target.Local);
                    return;
                default:
                    uses.IsUsed = true;
                    return;
            }
        }
    }

    // The value of r?.WithX(): the outermost access with only With… calls.
    private IOperation? Made(IConditionalAccessOperation access)
    {
        IOperation? call = ConditionalCalls.Last(access.WhenNotNull);
        while (Chain.LinkOf(call, library) is { Source: { } receiver })
        {
            call = receiver.UnwrappedValue();
        }

        if (call is not IConditionalAccessInstanceOperation || access.WhenNotNull is IConditionalAccessOperation)
        {
            return null;
        }

        return access;
    }

    // A null that is replaced by a request later is not a request; any other value that is not built here may be sent elsewhere.
    private void Give(Uses uses, ILocalSymbol local, IOperation? value)
    {
        switch (value is null ? null : value.UnwrappedValue())
        {
            case null or { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation:
                break;
            case IConversionOperation { OperatorMethod: null, Operand: { } targetTyped }:
                Give(uses, local, targetTyped);
                break;
            case ILocalReferenceOperation { Local: var other } when locals.Contains(other):
                // Another name for a local: it is built if the other one is.
                break;
            case IThrowOperation:
                break;
            case IConditionalOperation { WhenFalse: { } whenFalse } choice:
                Give(uses, local, choice.WhenTrue);
                Give(uses, local, whenFalse);
                break;
            case ISwitchExpressionOperation choice:
                foreach (var arm in choice.Arms)
                {
                    Give(uses, local, arm.Value);
                }

                break;
            case ICoalesceOperation choice:
                Give(uses, local, choice.Value);
                Give(uses, local, choice.WhenNull);
                break;
            case IWithOperation copy:
                Give(uses, local, copy.Operand);
                break;
            case var built when Chain.CallOf(ConditionalCalls.Last(built), library) is not null:
                uses.IsBuilt = true;
                break;
            default:
                uses.IsUsed = true;
                break;
        }
    }

    private Uses UsesOf(ILocalSymbol local)
    {
        if (!_uses.TryGetValue(local, out var uses))
        {
            _uses.Add(local, uses = new Uses());
        }

        return uses;
    }

    private sealed class Uses
    {
        /// <summary>The lambda or local function that declares the local; null for the body itself.</summary>
        public IMethodSymbol? Function { get; set; }

        public bool IsBuilt { get; set; }

        public bool IsUsed { get; set; }

        /// <summary>The locals that hold the result of a <c>With…</c> on this one.</summary>
        public List<ILocalSymbol> Heirs { get; } = [];
    }
    private sealed class LocalComparer : IEqualityComparer<ILocalSymbol>
    {
        public static readonly LocalComparer Instance = new();

        public bool Equals(ILocalSymbol? x, ILocalSymbol? y) => SymbolEqualityComparer.Default.Equals(x, y);

        public int GetHashCode(ILocalSymbol local) => SymbolEqualityComparer.Default.GetHashCode(local);
    }
}
