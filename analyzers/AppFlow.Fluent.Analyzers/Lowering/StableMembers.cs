using AppFlow.Fluent.Analyzers.Libraries;
using AppFlow.Fluent.Analyzers.Lowering.Known;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Lowering;

/// <summary>Identifies fields and properties that are never written after construction.</summary>
internal sealed class StableMembers(RequestLibrary library, Compilation compilation)
{
    private readonly Dictionary<ISymbol, bool> _known = new(SymbolEqualityComparer.Default);

    public bool IsStable(ISymbol member)
    {
        if (!_known.TryGetValue(member, out var stable))
        {
            stable = member switch
            {
                IFieldSymbol field => field.IsReadOnly || field.IsConst,
                IPropertySymbol { IsIndexer: false } property => IsStable(property),
                _ => false,
            };
            _known.Add(member, stable);
        }

        return stable;
    }

    private bool IsStable(IPropertySymbol property)
    {
        if (property.SetMethod is { IsInitOnly: false })
        {
            return library.IsOfLibrary(property.ContainingType);
        }

        var type = property.ContainingType;
        return Sources.IsIn(compilation, property)
            ? type.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property))
            : property.SetMethod is not null || type.IsRecord || type.IsReadOnly || type.Name is "Uri" or "Version" || type.SpecialType == SpecialType.System_String || Types.IsException(type)
                || library.IsOfLibrary(type) || type.IsAnonymousType;
    }
}
