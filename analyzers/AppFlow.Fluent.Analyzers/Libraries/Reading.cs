using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>One reading of a body and the bodies that it calls: bounded, and without cycles.</summary>
internal sealed class Reading
{
    private const int MaxBodies = 200;

    // Created on demand, because most operations read no body.
    private HashSet<ISymbol>? _inProgress;
    private int _bodies;

    /// <summary>
    /// Whether the bound or a cycle stopped the reading: the results for inner bodies then depend on where the reading started.
    /// </summary>
    public bool IsCutShort { get; private set; }

    public bool IsOutermost => _inProgress is null or { Count: 0 };

    public bool Enter(ISymbol method)
    {
        _inProgress ??= new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        if (_bodies++ < MaxBodies && _inProgress.Add(method))
        {
            return true;
        }

        IsCutShort = true;
        return false;
    }

    public void Leave(ISymbol method) => _inProgress?.Remove(method);
}
