using AppFlow.Fluent.Analyzers.Libraries.AwsSdk;
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

    /// <summary>
    /// A member of one of the AWS SDK's enumerations, which are classes with a static field for each of their own values; null for any other field.
    /// </summary>
    public Constant? OfMember(IFieldSymbol field) =>
        field is { IsStatic: true, IsReadOnly: true, ContainingType.BaseType: { Name: "ConstantClass" } parent }
        && AwsSdkTypes.IsNamed(parent, parent.Name)
        && SymbolEqualityComparer.Default.Equals(field.Type, field.ContainingType)
            ? new Constant(NameOf(field), MembersOf(field.ContainingType))
            : null;

    private IReadOnlyCollection<object> MembersOf(INamedTypeSymbol type)
    {
        if (!_domains.TryGetValue(type, out var domain))
        {
            domain = [.. type.GetMembers().OfType<IFieldSymbol>().Where(member => member.IsStatic && SymbolEqualityComparer.Default.Equals(member.Type, type)).Select(NameOf)];
            _domains.Add(type, domain);
        }

        return domain;
    }

    // No text, which the value's own would be: what is found equal to the member is not that name.
    private static object NameOf(IFieldSymbol member) => (member.ContainingType.ToDisplayString(), member.Name);

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
