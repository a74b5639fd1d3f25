using AppFlow.Fluent.Rules.Terms;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Lowering;

/// <summary>The constants of a body as terms.</summary>
internal sealed class Constants
{
    private readonly Dictionary<ITypeSymbol, IReadOnlyCollection<object>> _domains = new(SymbolEqualityComparer.Default);

    /// <summary>The constant that an expression is; null where it is none.</summary>
    public Constant? Of(IOperation operation)
    {
        if (operation is not { ConstantValue: { HasValue: true, Value: var value } })
        {
            return null;
        }

        return value switch
        {
            null => Constant.Null,
            bool truth => Constant.Of(truth),
            _ when operation.Type is INamedTypeSymbol { TypeKind: TypeKind.Enum } type => new Constant(value, DomainOf(type)),
            _ => new Constant(value),
        };
    }

    /// <summary>The truth value that an expression always has; null where it may have either.</summary>
    public static bool? TruthOf(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: bool truth } ? truth : null;

    private IReadOnlyCollection<object> DomainOf(INamedTypeSymbol type)
    {
        if (!_domains.TryGetValue(type, out var domain))
        {
            domain = [.. type.GetMembers().OfType<IFieldSymbol>().Where(member => member.HasConstantValue).Select(member => member.ConstantValue!).Distinct()];
            _domains.Add(type, domain);
        }

        return domain;
    }
}
