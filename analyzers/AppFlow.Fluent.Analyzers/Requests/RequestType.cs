using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Requests;

/// <summary>A class marked <c>[FluentRequest]</c>: its fields, and which method sets which of them.</summary>
internal sealed class RequestType
{
    private const int MostFields = 64;
    private const string With = "With";

    // The library's own word for a token that is derived: the token and the id are one choice.
    private const string OperationId = "OperationId";

    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<SetField>> _setters =
        new(SymbolEqualityComparer.Default);

    // Kept, because it is asked for every call on a request, and a method group would be a new delegate each time.
    private readonly Func<IMethodSymbol, ImmutableArray<SetField>> _findSetters;

    public RequestType(INamedTypeSymbol type, Func<ISymbol, bool> isToken)
    {
        _findSetters = FindSetters;
        Symbol = type;
        Fields = PropertiesOf(type)
            .Take(MostFields)
            .Select((property, index) => new RequestField(property, index, isToken(property)))
            .ToImmutableArray();
        Token = Fields.FirstOrDefault(field => field.IsToken);
        InitialBits = Fields.Where(field => field.StartsSet).Aggregate(0UL, (bits, field) => bits | field.Bit);
        RequiredBits = Fields.Where(field => field.IsRequired).Aggregate(0UL, (bits, field) => bits | field.Bit);
    }

    public INamedTypeSymbol Symbol { get; }

    public ImmutableArray<RequestField> Fields { get; }

    /// <summary>The field that holds the idempotency token, or null.</summary>
    public RequestField? Token { get; }

    public ulong RequiredBits { get; }

    /// <summary>The fields that a new request has a value for.</summary>
    public ulong InitialBits { get; }

    /// <summary>What a person calls the request: the operation where the class is named after it.</summary>
    public string DisplayName =>
        Symbol.Name.EndsWith("Request", StringComparison.Ordinal) ? Symbol.Name.Substring(0, Symbol.Name.Length - "Request".Length) : Symbol.Name;

    /// <summary>The fields that a <c>With…</c> method, a factory or a constructor sets; empty when it is not known to set any.</summary>
    public ImmutableArray<SetField> SetBy(IMethodSymbol method) => _setters.GetOrAdd(method.OriginalDefinition, _findSetters);

    /// <summary>How a person sets the field: the names of the <c>With…</c> methods that do.</summary>
    public string SettersOf(RequestField field)
    {
        var names = Symbol.GetMembers()
            .OfType<IMethodSymbol>()
            .Where(method => IsWith(method) && SetBy(method).Any(set => set.Field == field))
            .Select(method => method.Name)
            .Distinct()
            .OrderBy(name => name == With + field.Name ? 0 : 1)
            .ToList();
        return names.Count == 0 ? $"the constructor with {field.Name}" : string.Join(" or ", names);
    }

    /// <summary>The field of that name, compared as C# compares parameters with properties by convention.</summary>
    public RequestField? FieldNamed(string name) =>
        Fields.FirstOrDefault(field => string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether both are one choice, of which the last made holds.</summary>
    public bool SameChoice(RequestField one, RequestField other) => one == other || (IsTokenChoice(one) && IsTokenChoice(other));

    public bool IsTokenChoice(RequestField field) => field == Token || (Token is not null && field.Name == OperationId);

    /// <summary>Whether the method is one of the <c>With…</c> methods by name.</summary>
    public static bool IsWith(IMethodSymbol method) =>
        method.Name.Length > With.Length
        && method.Name.StartsWith(With, StringComparison.Ordinal)
        && !char.IsLower(method.Name[With.Length]);

    /// <summary>What a <c>With…</c> method is named after; null for any other method.</summary>
    public static string? NameAfterWith(IMethodSymbol method) => IsWith(method) ? method.Name.Substring(With.Length) : null;

    private ImmutableArray<SetField> FindSetters(IMethodSymbol method)
    {
        var found = ImmutableArray.CreateBuilder<SetField>();
        var values = method.IsExtensionMethod ? method.Parameters.RemoveAt(0) : method.Parameters;
        if (NameAfterWith(method) is { } name && FieldOfWith(name) is { } field)
        {
            var parameter = values.Length == 1 ? values[0] : null;
            found.Add(new SetField(field, parameter, ConstraintsOf(field, parameter)));
            return found.ToImmutable();
        }

        foreach (var parameter in values)
        {
            if (FieldNamed(parameter.Name) is { } own)
            {
                found.Add(new SetField(own, parameter, own.Constraints));
            }
        }

        return found.ToImmutable();
    }

    // WithLambda sets ConnectorProvisioningConfig, whose class has a property Lambda: a With… may name a part of the field.
    private RequestField? FieldOfWith(string name) =>
        FieldNamed(name) ?? Fields.FirstOrDefault(field => IsComposite(field.Property.Type) && PropertyNamed(field.Property.Type, name) is not null);

    /// <summary>The property of that name of a class that is part of a request, or of one of its own parts.</summary>
    public static IPropertySymbol? PartNamed(ITypeSymbol type, string name) => PartNamed(type, name, depth: 3);

    private static FieldConstraints ConstraintsOf(RequestField field, IParameterSymbol? parameter)
    {
        if (parameter is null || SymbolEqualityComparer.Default.Equals(parameter.Type, field.Property.Type))
        {
            return field.Constraints;
        }

        return PartNamed(field.Property.Type, parameter.Name) is { } part ? FieldConstraints.Of(part) : field.Constraints;
    }

    private static IPropertySymbol? PartNamed(ITypeSymbol type, string name, int depth)
    {
        if (depth == 0 || !IsComposite(type))
        {
            return null;
        }

        return PropertyNamed(type, name)
            ?? PropertiesOf(type).Select(property => PartNamed(property.Type, name, depth - 1)).FirstOrDefault(part => part is not null);
    }

    private static IPropertySymbol? PropertyNamed(ITypeSymbol type, string name) =>
        PropertiesOf(type).FirstOrDefault(property => string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase));

    private static bool IsComposite(ITypeSymbol type) => type is { TypeKind: TypeKind.Class, SpecialType: SpecialType.None };

    /// <summary>The instance properties that a class declares or inherits.</summary>
    public static IEnumerable<IPropertySymbol> PropertiesOf(ITypeSymbol type)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (ITypeSymbol? current = type; current is not null && current.SpecialType != SpecialType.System_Object; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                if (member is IPropertySymbol { IsStatic: false, IsIndexer: false, IsImplicitlyDeclared: false } property
                    && property.Name != "EqualityContract"
                    && seen.Add(property.Name))
                {
                    yield return property;
                }
            }
        }
    }
}
