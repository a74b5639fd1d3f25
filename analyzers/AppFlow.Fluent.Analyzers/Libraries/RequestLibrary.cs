using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>
/// Which symbols of a compilation are requests and tokens, and what an operation does to a request. All is decided by attributes and symbols, nothing by
/// a name alone: a class that merely has our names is a stranger.
/// </summary>
internal sealed class RequestLibrary
{
    private static readonly ConditionalWeakTable<Compilation, StrongBox<RequestLibrary?>> Libraries = new();

    private readonly Compilation _compilation;
    private readonly IAssemblySymbol? _library;
    private readonly ConcurrentDictionary<INamedTypeSymbol, RequestKind?> _kinds = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _tokens = new(SymbolEqualityComparer.Default);
    private readonly Lazy<INamedTypeSymbol?> _entryPoints;

    // Kept, because they are asked for every call of a compilation, and a method group would be a new delegate each time.
    private readonly Func<INamedTypeSymbol, RequestKind?> _findKind;
    private readonly Func<ISymbol, bool> _findToken;

    private RequestLibrary(Compilation compilation)
    {
        _compilation = compilation;
        _library = compilation.AssemblyName == AnnotationNames.Library
            ? compilation.Assembly
            : compilation.SourceModule.ReferencedAssemblySymbols.FirstOrDefault(reference => reference.Name == AnnotationNames.Library);
        _findKind = FindKind;
        _findToken = FindToken;
        _entryPoints = new(() => _library?.GetTypeByMetadataName(LibraryConvention.EntryPoints), LazyThreadSafetyMode.PublicationOnly);
        var trees = new TreeModels(compilation);
        Trees = trees;
        Bodies = new RequestBodies(this, trees);
        Calls = new RequestCalls(this);
        Wrappers = new Wrappers(this, trees);
    }

    internal TreeModels Trees { get; }

    internal RequestBodies Bodies { get; }

    internal RequestCalls Calls { get; }

    internal Wrappers Wrappers { get; }

    /// <summary>
    /// The library as a compilation sees it, made once; null where neither AppFlow.Fluent is referenced nor the annotations are declared, here or in a
    /// reference.
    /// </summary>
    public static RequestLibrary? For(Compilation compilation) =>
        Libraries.GetValue(compilation, Make).Value;

    /// <summary>The kind of request that values of the type are; null for any other type.</summary>
    public RequestKind? KindOf(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class } named ? _kinds.GetOrAdd(named.OriginalDefinition, _findKind) : null;

    /// <summary>Whether a parameter or property is marked <c>[IdempotencyToken]</c>, there or where it was first declared.</summary>
    public bool IsToken(ISymbol? symbol) => symbol is IParameterSymbol or IPropertySymbol && _tokens.GetOrAdd(symbol.OriginalDefinition, _findToken);

    /// <summary>Whether an operation is of a kind that may do something with a request: the others need not be asked about.</summary>
    public static bool MayBeCall(IOperation operation) => operation
        is IInvocationOperation
        or IObjectCreationOperation
        or IWithOperation
        or IAssignmentOperation
        or IPropertyReferenceOperation { Arguments.IsEmpty: false };

    /// <summary>What the operation does with a request; null where it has nothing to do with one.</summary>
    public RequestCall? CallOf(IOperation operation) => Calls.Of(operation) is { } call ? MarkedTokens.AddTo(call, this) : Wrappers.CallOf(operation);

    /// <summary>Whether AppFlow.Fluent itself declares the symbol.</summary>
    public bool IsOfLibrary(ISymbol symbol) =>
        _library is not null && SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, _library);

    internal bool IsOfCompilation(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, _compilation.Assembly);

    /// <summary>Whether what a method does to the kind is read from its body; else only its name and parameters tell.</summary>
    internal bool IsRead(RequestKind kind, IMethodSymbol method) =>
        !IsOfLibrary(method) && IsOfCompilation(method) && (!kind.IsRead || !kind.Backing.HasHiddenState) && !kind.IsOfLibraryMember(method);

    /// <summary>The properties that a method or constructor sets.</summary>
    internal IEnumerable<IPropertySymbol> MethodSets(RequestKind kind, IMethodSymbol method)
    {
        if (IsRead(kind, method) && Bodies.SummaryOf(method, kind) is { IsOpen: false } summary)
        {
            return kind.Properties.Where(property => summary.Values.TryGetValue(property.Name, out var value) && value.IsGiven);
        }

        return LibraryConvention.SetsOf(kind, method).Select(set => set.Property);
    }

    /// <summary>The property that gets a parameter's value as it is.</summary>
    internal IPropertySymbol? SetByParameter(RequestKind kind, IMethodSymbol method, IParameterSymbol parameter)
    {
        if (IsRead(kind, method) && Bodies.SummaryOf(method, kind) is { IsOpen: false } summary)
        {
            return kind.Properties.FirstOrDefault(property =>
                summary.Values.TryGetValue(property.Name, out var value)
                && value.IsWhole
                && SymbolEqualityComparer.Default.Equals(value.Inputs[0], parameter));
        }

        return LibraryConvention.SetsOf(kind, method)
            .FirstOrDefault(set => set.Part is null && SymbolEqualityComparer.Default.Equals(set.Parameter, parameter))
            .Property;
    }

    /// <summary>The properties that the library's entry points set.</summary>
    internal IEnumerable<IPropertySymbol> SetByEntryPoints(RequestKind kind) =>
        kind.IsOfLibrary && _entryPoints.Value is { } type
            ? type.GetMembers()
                .OfType<IMethodSymbol>()
                .Where(method => KindOf(method.ReturnType) == kind)
                .SelectMany(method => LibraryConvention.SetsOf(kind, method))
                .Select(set => set.Property)
            : [];

    private static StrongBox<RequestLibrary?> Make(Compilation compilation) => new(IsOfInterest(compilation) ? new RequestLibrary(compilation) : null);

    private static bool IsOfInterest(Compilation compilation)
    {
        if (compilation.AssemblyName == AnnotationNames.Library)
        {
            return true;
        }

        foreach (var reference in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (reference.Name == AnnotationNames.Library || MarkedReferences.Declares(reference))
            {
                return true;
            }
        }

        return AnnotationNames.AreDeclaredBy(compilation.Assembly);
    }

    private RequestKind? FindKind(INamedTypeSymbol definition) => AnnotationNames.IsFluentRequest(definition) ? new RequestKind(definition, this) : null;

    private static bool FindToken(ISymbol symbol)
    {
        for (var current = symbol; current is not null; current = InheritedMembers.OverriddenBy(current))
        {
            if (AnnotationNames.IsIdempotencyToken(current)
                || InheritedMembers.ImplementedBy(current).Any(AnnotationNames.IsIdempotencyToken)
                || (current is IParameterSymbol parameter && PrimaryConstructor.PropertyOf(parameter) is { } property && AnnotationNames.IsIdempotencyToken(property)))
            {
                return true;
            }
        }

        return false;
    }
}
