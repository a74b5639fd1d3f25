using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>One reading of a body together with the bodies that it calls: bounded, and never round in a circle.</summary>
internal sealed class Reading
{
    private const int MostBodies = 200;

    // Most operations read no body.
    private HashSet<ISymbol>? _inProgress;
    private int _bodies;

    /// <summary>Whether the bound or a circle cut something short: what was found below the body that began the reading depends on where it began.</summary>
    public bool IsCutShort { get; private set; }

    public bool IsOutermost => _inProgress is null or { Count: 0 };

    public bool Enter(ISymbol method)
    {
        _inProgress ??= new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        if (_bodies++ < MostBodies && _inProgress.Add(method))
        {
            return true;
        }

        IsCutShort = true;
        return false;
    }

    public void Leave(ISymbol method) => _inProgress?.Remove(method);
}
