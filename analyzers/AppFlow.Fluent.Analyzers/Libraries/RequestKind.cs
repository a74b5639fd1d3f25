using System.Collections.Concurrent;
using System.Collections.Immutable;
using AppFlow.Fluent.Rules.Shapes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>A class marked <c>[FluentRequest]</c>, or one of the requests of the AWS SDK.</summary>
internal sealed class RequestKind
{
    private const int MaxFields = 64;
    private const string OperationId = "OperationId";

    private readonly RequestLibrary _library;
    private readonly Lazy<IReadOnlyDictionary<string, IPropertySymbol>> _properties;
    private readonly Lazy<RequestShape> _shape;
    private readonly Lazy<IReadOnlyDictionary<string, Field>> _fields;
    private readonly Lazy<BackingFields> _backing;
    private readonly Lazy<bool> _isMutable;
    private readonly Lazy<IReadOnlyDictionary<string, IPropertySymbol>> _propertiesByAnyCase;
    private readonly Lazy<IReadOnlyList<IPropertySymbol>> _requiredMembers;
    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<ConventionalSet>> _conventions = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IPropertySymbol, IPropertySymbol?> _setAlong = new(SymbolEqualityComparer.Default);
    private readonly Func<IMethodSymbol, ImmutableArray<ConventionalSet>> _findConvention;
    private readonly Func<IPropertySymbol, IPropertySymbol?> _findSetAlong;

    public RequestKind(INamedTypeSymbol symbol, RequestLibrary library, RawRequest? raw = null)
    {
        Symbol = symbol;
        Raw = raw;
        _library = library;
        _properties = new(() => RequestProperties.Of(Symbol).ToDictionary(property => property.Name, StringComparer.Ordinal), LazyThreadSafetyMode.PublicationOnly);
        _shape = new(MakeShape, LazyThreadSafetyMode.PublicationOnly);
        _fields = new(() => Shape.Fields.ToDictionary(field => field.Name, StringComparer.Ordinal), LazyThreadSafetyMode.PublicationOnly);
        _backing = new(() => BackingFields.Of(this), LazyThreadSafetyMode.PublicationOnly);
        _isMutable = new(FindIsMutable, LazyThreadSafetyMode.PublicationOnly);
        _propertiesByAnyCase = new(FindPropertiesByAnyCase, LazyThreadSafetyMode.PublicationOnly);
        _requiredMembers = new(() => [.. Properties.Where(property => property.IsRequired)], LazyThreadSafetyMode.PublicationOnly);
        _findConvention = method => LibraryConvention.SetsOf(this, method);
        _findSetAlong = FindSetAlong;
    }

    public INamedTypeSymbol Symbol { get; }

    /// <summary>The specifics of an AWS SDK request; null for any other.</summary>
    public RawRequest? Raw { get; }

    public RequestShape Shape => _shape.Value;

    /// <summary>Whether it is one of AppFlow.Fluent's own.</summary>
    public bool IsOfLibrary => _library.IsOfLibrary(Symbol);

    /// <summary>Whether it is mutable: a property has an accessible setter, or a <c>With…</c> returns the changed object.</summary>
    public bool IsMutable => _isMutable.Value;

    /// <summary>The request's display name: the operation if the class is named after it.</summary>
    public string DisplayName => AwsSdkTypes.NameOf(Symbol);

    /// <summary>The method of its class that sends it, for messages; null if it has none.</summary>
    public string? SendName
    {
        get
        {
            for (INamedTypeSymbol? type = Symbol; type is not null; type = type.BaseType)
            {
                foreach (var name in RequestNames.Sends)
                {
                    if (type.GetMembers(name).Any(member => member is IMethodSymbol { IsStatic: false }))
                    {
                        return name;
                    }
                }
            }

            return null;
        }
    }

    /// <summary>
    /// Whether the source of the class is in the compilation, and it is not a class of the library, whose conventions are known.
    /// </summary>
    internal bool IsRead => !IsOfLibrary && IsOfCompilation;

    private bool IsOfCompilation => _library.IsOfCompilation(Symbol);

    /// <summary>The properties that the class declares or inherits.</summary>
    internal IEnumerable<IPropertySymbol> Properties => _properties.Value.Values;

    /// <summary>Those that the compiler asks every creation to set.</summary>
    internal IReadOnlyList<IPropertySymbol> RequiredMembers => _requiredMembers.Value;

    internal BackingFields Backing => _backing.Value;

    /// <summary>The field of a property; null for a computed property, or one of another class.</summary>
    public Field? FieldOf(IPropertySymbol property) =>
        PropertyOf(property) is not null && _fields.Value.TryGetValue(property.Name, out var field) ? field : null;

    /// <summary>The property of a field.</summary>
    public IPropertySymbol? PropertyOf(Field field) => _properties.Value.TryGetValue(field.Name, out var property) ? property : null;

    /// <summary>How to set the field: the names of its <c>With…</c> methods, or else the property or the constructor's parameter.</summary>
    public string SettersOf(Field field)
    {
        if (PropertyOf(field) is not { } property)
        {
            return field.Name;
        }

        var names = WithMethods()
            .Where(method => _library.MethodSets(this, method).Any(set => Same(set, property)))
            .Select(method => method.Name)
            .Distinct()
            .OrderBy(name => name == "With" + field.Name ? 0 : 1)
            .ToList();
        if (names.Count > 0)
        {
            return string.Join(" or ", names);
        }

        return property.SetMethod is null ? $"the constructor with {field.Name}" : $"the property {field.Name}";
    }

    /// <summary>This class's own property for a property reference: overridden and overriding properties are the same.</summary>
    internal IPropertySymbol? PropertyOf(IPropertySymbol property) =>
        !property.IsStatic && !property.IsIndexer && _properties.Value.TryGetValue(property.Name, out var own) && IsInHierarchy(property.ContainingType) ? own : null;

    /// <summary>The property of a member reference, which may refer to its backing field.</summary>
    internal IPropertySymbol? HeldIn(IMemberReferenceOperation member) => member switch
    {
        IPropertyReferenceOperation reference => PropertyOf(reference.Property),
        IFieldReferenceOperation { Instance: not null } reference => Backing.PropertyOf(reference.Field),
        _ => null,
    };

    /// <summary>The property with the name of a parameter, by convention.</summary>
    internal IPropertySymbol? PropertyNamed(string name) =>
        _properties.Value.TryGetValue(name, out var exact)
            ? exact
            : _propertiesByAnyCase.Value.TryGetValue(name, out var similar) ? similar : null;

    /// <summary>What a method or constructor sets by convention.</summary>
    internal ImmutableArray<ConventionalSet> ConventionOf(IMethodSymbol method) => _conventions.GetOrAdd(method, _findConvention);

    /// <summary>For an AWS SDK request: the property that counts as set if another one is; null if there is none.</summary>
    internal IPropertySymbol? SetAlong(IPropertySymbol property) => Raw is null ? null : _setAlong.GetOrAdd(property, _findSetAlong);

    internal IEnumerable<IMethodSymbol> WithMethods()
    {
        for (INamedTypeSymbol? type = Symbol; type is not null && type.SpecialType != SpecialType.System_Object; type = type.BaseType)
        {
            foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
            {
                if (!method.IsStatic && IsSeen(method) && RequestNames.IsWith(method.Name) && Same(method.ReturnType.OriginalDefinition, Symbol))
                {
                    yield return method.OriginalDefinition;
                }
            }
        }
    }

    /// <summary>Whether the method is a member of the class, and the class AppFlow.Fluent's.</summary>
    internal bool IsOfLibraryMember(IMethodSymbol method) => IsOfLibrary && IsInHierarchy(method.ContainingType);

    // Members that are internal to another assembly are visible in an editor, from its source, but not in a build.
    private bool IsSettable(IPropertySymbol property) => property.SetMethod is { } setter && IsSeen(setter);

    private bool IsSeen(ISymbol member) =>
        IsOfCompilation || member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;

    private static bool Same(ISymbol? one, ISymbol? other) => SymbolEqualityComparer.Default.Equals(one, other);

    /// <summary>
    /// Whether the request may have this static type: its own class, a base class inside that class's code, or a matching type parameter.
    /// </summary>
    internal bool MayBeHeldBy(ITypeSymbol? type) => type switch
    {
        INamedTypeSymbol { SpecialType: SpecialType.None } named => _library.KindOf(named) is { } kind ? kind == this : IsInHierarchy(named),
        ITypeParameterSymbol parameter => parameter.ConstraintTypes.Any(constraint => constraint is INamedTypeSymbol { SpecialType: SpecialType.None } named && IsInHierarchy(named)),
        _ => false,
    };

    private bool IsInHierarchy(INamedTypeSymbol? type)
    {
        for (INamedTypeSymbol? current = Symbol; current is not null && type is not null; current = current.BaseType)
        {
            if (Same(current.OriginalDefinition, type.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }

    private IPropertySymbol? FindSetAlong(IPropertySymbol property) =>
        RequiredProperties.SetAlong(property, Raw!.Operation) is { } name ? PropertyNamed(name) : null;

    private Dictionary<string, IPropertySymbol> FindPropertiesByAnyCase()
    {
        var found = new Dictionary<string, IPropertySymbol>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in Properties)
        {
            if (!found.ContainsKey(property.Name))
            {
                found.Add(property.Name, property);
            }
        }

        return found;
    }

    private bool FindIsMutable() =>
        Raw is not null
        || Properties.Any(property => property.SetMethod is { IsInitOnly: false } setter
            && (setter.DeclaredAccessibility == Accessibility.Public || (IsOfCompilation && setter.DeclaredAccessibility >= Accessibility.Internal)))
        || (IsRead && WithMethods().Any(method => _library.Bodies.SummaryOf(method, this) is { ReturnsSource: true } summary && summary.Values.Count > 0));

    private RequestShape MakeShape()
    {
        if (Raw is not null)
        {
            return Raw.MakeShape(Properties.Where(IsSettable), MaxFields, Raw.IsDerived ? _library.KindOf(Raw.Operation)?.Shape : null);
        }

        var (set, tokens) = SetByMethods();
        var fields = new List<Field>();
        foreach (var property in Properties)
        {
            if (fields.Count == MaxFields || !IsField(property, set))
            {
                continue;
            }

            fields.Add(new Field(property.Name, fields.Count)
            {
                Role = RoleOf(property, tokens),
                IsRequired = RequestProperties.IsRequired(property),
            });
        }

        return new RequestShape(Symbol, DisplayName, fields)
        {
            IsMutable = !IsOfLibrary,
            IsFreshWithoutToken = fields.Any(field => field.Role == FieldRole.Token),
            Failures = IsOfLibrary ? AppFlowFailures.Instance : FailureModel.Anything,
        };
    }

    private FieldRole RoleOf(IPropertySymbol property, HashSet<string> tokens)
    {
        if (tokens.Contains(property.Name) || _library.IsToken(property))
        {
            return FieldRole.Token;
        }

        return IsOfLibrary && property.Name == OperationId ? FieldRole.OperationId : FieldRole.Content;
    }

    // A property without a setter is a field if a With… or a constructor sets it.
    private bool IsField(IPropertySymbol property, HashSet<string> set) =>
        IsSettable(property) || set.Contains(property.Name);

    // The names of the properties that methods and constructors set, and of those that get a marked token parameter.
    private (HashSet<string> Set, HashSet<string> Tokens) SetByMethods()
    {
        var found = (Set: new HashSet<string>(StringComparer.Ordinal), Tokens: new HashSet<string>(StringComparer.Ordinal));
        foreach (var method in WithMethods().Concat(Symbol.InstanceConstructors.Where(IsSeen)))
        {
            foreach (var property in _library.MethodSets(this, method))
            {
                found.Set.Add(property.Name);
            }

            foreach (var parameter in method.Parameters.Where(_library.IsToken))
            {
                if (_library.SetByParameter(this, method, parameter) is { } token)
                {
                    found.Tokens.Add(token.Name);
                }
            }
        }

        foreach (var property in _library.SetByEntryPoints(this))
        {
            found.Set.Add(property.Name);
        }

        return found;
    }
}
