using AppFlow.Fluent.Analyzers.Lowering.Known;
using AppFlow.Fluent.Rules.Terms;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Lowering;

/// <summary>The constants of a body as terms.</summary>
internal sealed class Constants
{
    private readonly Dictionary<ITypeSymbol, IReadOnlyCollection<object>> _domains = new(SymbolEqualityComparer.Default);

    /// <summary>The constant value of an expression; null if it has none.</summary>
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

    /// <summary>The member of one of the SDK's constant classes, which it uses as enumerations; null for any other field.</summary>
    public Constant? MemberOf(IFieldSymbol field)
    {
        if (!IsMember(field))
        {
            return null;
        }

        var type = field.ContainingType;
        if (!_domains.TryGetValue(type, out var domain))
        {
            domain = [.. type.GetMembers().OfType<IFieldSymbol>().Where(IsMember)];
            _domains.Add(type, domain);
        }

        return new Constant(field, domain);
    }

    /// <summary>The constant truth value of an expression; null if it may be either.</summary>
    public static bool? TruthOf(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: bool truth } ? truth : null;

    private static bool IsMember(IFieldSymbol field) =>
        field is { IsStatic: true, IsReadOnly: true, ContainingType.BaseType.Name: "ConstantClass" }
        && Types.IsIn(field.ContainingType.BaseType, "Amazon", "Runtime")
        && SymbolEqualityComparer.Default.Equals(field.Type, field.ContainingType);

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
