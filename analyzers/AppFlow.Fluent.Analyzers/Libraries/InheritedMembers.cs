using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>Finds the property or parameter that a member overrides or implements.</summary>
internal static class InheritedMembers
{
    public static ISymbol? OverriddenBy(ISymbol symbol) => symbol switch
    {
        IPropertySymbol property => property.OverriddenProperty,
        IParameterSymbol { ContainingSymbol: IMethodSymbol { OverriddenMethod: { } overridden } } parameter => Counterpart(parameter, overridden.Parameters),
        IParameterSymbol { ContainingSymbol: IPropertySymbol { OverriddenProperty: { } overridden } } parameter => Counterpart(parameter, overridden.Parameters),
        _ => null,
    };

    public static IEnumerable<ISymbol> ImplementedBy(ISymbol symbol)
    {
        var member = symbol is IParameterSymbol parameter ? parameter.ContainingSymbol : symbol;
        if (member is not (IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation } or IPropertySymbol)
            || member.IsStatic
            || member.ContainingType is not { TypeKind: TypeKind.Class or TypeKind.Struct } type)
        {
            yield break;
        }

        foreach (var contract in type.AllInterfaces)
        {
            foreach (var declared in contract.GetMembers())
            {
                if (declared.Kind == member.Kind
                    && IsNamedAlike(declared, member)
                    && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(declared), member)
                    && Counterpart(symbol, declared) is { } counterpart)
                {
                    yield return counterpart;
                }
            }
        }
    }

    private static bool IsNamedAlike(ISymbol declared, ISymbol member) =>
        declared.Name == member.Name || member.Name.EndsWith("." + declared.Name, StringComparison.Ordinal);

    private static ISymbol? Counterpart(ISymbol symbol, ISymbol declared) => (symbol, declared) switch
    {
        (IParameterSymbol parameter, IMethodSymbol method) => Counterpart(parameter, method.Parameters),
        (IParameterSymbol parameter, IPropertySymbol property) => Counterpart(parameter, property.Parameters),
        _ => declared,
    };

    private static IParameterSymbol? Counterpart(IParameterSymbol parameter, IReadOnlyList<IParameterSymbol> parameters) =>
        parameter.Ordinal < parameters.Count ? parameters[parameter.Ordinal] : null;
}
