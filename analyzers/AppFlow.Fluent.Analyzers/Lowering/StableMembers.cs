using AppFlow.Fluent.Analyzers.Libraries;
using AppFlow.Fluent.Analyzers.Lowering.Known;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Lowering;

/// <summary>Identifies fields and properties that are never written after construction: by their declaration, and clients by their class.</summary>
internal sealed class StableMembers(RequestLibrary library, Compilation compilation)
{
    private readonly Dictionary<ISymbol, bool> _known = new(SymbolEqualityComparer.Default);

    public bool IsStable(ISymbol member)
    {
        if (!_known.TryGetValue(member, out var stable))
        {
            stable = member switch
            {
                IFieldSymbol field => field.IsReadOnly || field.IsConst || IsSettledClient(field, field.Type),
                IPropertySymbol { IsIndexer: false } property => IsStable(property) || IsSettledClient(property, property.Type),
                _ => false,
            };
            _known.Add(member, stable);
        }

        return stable;
    }

    // Only clients: what a token or a condition reads would make a body's places depend on all of its class.
    private bool IsSettledClient(ISymbol member, ITypeSymbol type) =>
        ClientTypes.IsClient(type) && Sources.IsIn(compilation, member) && IsStored(member) && SettledMembers.IsSettled(member);

    private static bool IsStored(ISymbol member) => member is IFieldSymbol
        || member.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, member));

    private bool IsStable(IPropertySymbol property)
    {
        if (property.SetMethod is { IsInitOnly: false })
        {
            return library.IsOfLibrary(property.ContainingType);
        }

        var type = property.ContainingType;
        return Sources.IsIn(compilation, property)
            ? IsStored(property)
            : property.SetMethod is not null || type.IsRecord || type.IsReadOnly || type.Name is "Uri" or "Version" || type.SpecialType == SpecialType.System_String || Types.IsException(type)
                || library.IsOfLibrary(type) || type.IsAnonymousType;
    }
}
