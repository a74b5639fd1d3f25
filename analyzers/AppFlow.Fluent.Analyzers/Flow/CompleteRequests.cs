using AppFlow.Fluent.Analyzers.Loops;
using AppFlow.Fluent.Analyzers.Requests;
using AppFlow.Fluent.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Flow;

/// <summary>
/// Tells without the graph of a body that a send lacks nothing on any path. Most do, for a request that is begun with its required
/// fields keeps them, whatever is made of it later; a graph costs more than all else that a rule does.
/// </summary>
internal sealed class CompleteRequests(IOperation body, FluentModel model, CancellationToken cancellationToken)
{
    private readonly HashSet<ISymbol> _asked = new(SymbolEqualityComparer.Default);
    private Writes? _writes;

    private Writes Writes => _writes ??= new Writes(body, cancellationToken);

    /// <summary>Whether the last call of a chain is certainly made on a request to which nothing is missing, or on one that nothing is known of.</summary>
    public bool Sends(Chain chain)
    {
        if (chain.Begin is not null)
        {
            return chain.Value() is not { } value || (value.Set & value.Request.RequiredBits) == value.Request.RequiredBits;
        }

        return chain.Root is { } root && HardCodedValues.Unwrapped(root) switch
        {
            ILocalReferenceOperation { Local: var local } => IsComplete(local),

            // What a method is given comes from elsewhere; what a local function is given, from calls in this body.
            IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.LocalFunction } } parameter } =>
                Writes.Of(parameter).Count == 0,
            _ => false,
        };
    }

    private bool IsComplete(ILocalSymbol local)
    {
        // Asked already: then it is complete if whatever else it gets is.
        if (!_asked.Add(local))
        {
            return true;
        }

        var writes = Writes.Of(local);
        return writes.Count > 0 && writes.All(write => write.Kind switch
        {
            WriteKind.Assigned => write.Value is { } value && IsComplete(value),
            WriteKind.Item => true,
            _ => false,
        });
    }

    private bool IsComplete(IOperation value) => HardCodedValues.Unwrapped(value) switch
    {
        ILocalReferenceOperation { Local: var other } => IsComplete(other),
        var made when model.CallOf(made) is { Kind: not RequestCallKind.Send } call => Sends(Chain.Of(call, model)),

        // Of what another method returns nothing is known.
        IInvocationOperation or IAwaitOperation => true,
        _ => false,
    };
}
