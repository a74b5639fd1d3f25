using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Requests;

/// <summary>
/// Which symbols of a compilation are requests and tokens, and what a call does with them. Everything is decided by the attributes of
/// the AppFlow.Fluent assembly, nothing by a name alone: a class that merely has our names is a stranger.
/// </summary>
internal sealed class FluentModel
{
    private const string LibraryName = "AppFlow.Fluent";

    private static readonly ConditionalWeakTable<Compilation, StrongBox<FluentModel?>> Models = new();

    private readonly INamedTypeSymbol _fluentRequest;
    private readonly INamedTypeSymbol? _idempotencyToken;
    private readonly INamedTypeSymbol? _factory;
    private readonly ConcurrentDictionary<INamedTypeSymbol, RequestType?> _requests = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _tokens = new(SymbolEqualityComparer.Default);

    // Kept, because both are asked for every call of a compilation, and a method group would be a new delegate each time.
    private readonly Func<INamedTypeSymbol, RequestType?> _findRequest;
    private readonly Func<ISymbol, bool> _findToken;

    private FluentModel(INamedTypeSymbol fluentRequest, INamedTypeSymbol? idempotencyToken, INamedTypeSymbol? factory)
    {
        _fluentRequest = fluentRequest;
        _idempotencyToken = idempotencyToken;
        _factory = factory;
        _findRequest = FindRequest;
        _findToken = FindToken;
    }

    /// <summary>The model of a compilation, made once; null when it does not reference AppFlow.Fluent.</summary>
    public static FluentModel? For(Compilation compilation) =>
        Models.GetValue(compilation, static compilation => new StrongBox<FluentModel?>(Create(compilation))).Value;

    /// <summary>The request that values of the type are, or null.</summary>
    public RequestType? RequestOf(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class } named
            ? _requests.GetOrAdd(named.OriginalDefinition, _findRequest)
            : null;

    /// <summary>Whether a parameter or property is marked <c>[IdempotencyToken]</c>, there or where it is first declared.</summary>
    public bool IsToken(ISymbol? symbol) =>
        _idempotencyToken is not null && symbol is IParameterSymbol or IPropertySymbol && _tokens.GetOrAdd(symbol.OriginalDefinition, _findToken);

    /// <summary>Whether AppFlow.Fluent itself declares the symbol.</summary>
    public bool IsOfLibrary(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, _fluentRequest.ContainingAssembly);

    /// <summary>What the call does with a request; null when it has nothing to do with one.</summary>
    public RequestCall? CallOf(IOperation? operation) => operation switch
    {
        IInvocationOperation invocation => CallOf(invocation),
        IObjectCreationOperation { Constructor: { } constructor } creation when RequestOf(creation.Type) is { } request =>
            new RequestCall(RequestCallKind.Begin, request, creation, constructor, receiver: null, creation.Arguments, request.SetBy(constructor)),
        _ => null,
    };

    private RequestCall? CallOf(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        if (method.IsStatic && !method.IsExtensionMethod)
        {
            return SymbolEqualityComparer.Default.Equals(method.ContainingType, _factory) && RequestOf(method.ReturnType) is { } begun
                ? new RequestCall(RequestCallKind.Begin, begun, invocation, method, receiver: null, invocation.Arguments, begun.SetBy(method))
                : null;
        }

        // The names come first: a look-up of the receiver's type for every call of a project is what costs.
        var isWith = RequestType.IsWith(method);
        if (!isWith && method.Name is not ("SendAsync" or "Send" or "EnumerateAsync"))
        {
            return null;
        }

        var receiver = invocation.Instance
            ?? (method.IsExtensionMethod ? invocation.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value : null);
        if (receiver is null || RequestOf(receiver.Type) is not { } request)
        {
            return null;
        }

        if (!isWith)
        {
            return new RequestCall(RequestCallKind.Send, request, invocation, method, receiver, invocation.Arguments, ImmutableArray<SetField>.Empty);
        }

        return RequestOf(method.ReturnType) == request
            ? new RequestCall(RequestCallKind.With, request, invocation, method, receiver, invocation.Arguments, request.SetBy(method))
            : null;
    }

    private RequestType? FindRequest(INamedTypeSymbol definition) =>
        HasAttribute(definition, _fluentRequest) ? new RequestType(definition, IsToken) : null;

    private bool FindToken(ISymbol symbol)
    {
        for (var current = symbol; current is not null; current = Overridden(current))
        {
            if (HasAttribute(current, _idempotencyToken!))
            {
                return true;
            }
        }

        return false;
    }

    private static ISymbol? Overridden(ISymbol symbol) => symbol switch
    {
        IPropertySymbol property => property.OverriddenProperty,
        IParameterSymbol { ContainingSymbol: IMethodSymbol { OverriddenMethod: { } overridden } } parameter
            when parameter.Ordinal < overridden.Parameters.Length => overridden.Parameters[parameter.Ordinal],
        _ => null,
    };

    private static bool HasAttribute(ISymbol symbol, INamedTypeSymbol attribute) =>
        symbol.GetAttributes().Any(data => SymbolEqualityComparer.Default.Equals(data.AttributeClass, attribute));

    // By the name of the assembly: to ask every reference for a type takes a millisecond, at every edit.
    private static FluentModel? Create(Compilation compilation) =>
        Library(compilation) is { } library && library.GetTypeByMetadataName("AppFlow.Fluent.Annotations.FluentRequestAttribute") is { } fluentRequest
            ? new FluentModel(
                fluentRequest,
                library.GetTypeByMetadataName("AppFlow.Fluent.Annotations.IdempotencyTokenAttribute"),
                library.GetTypeByMetadataName("AppFlow.Fluent.ConnectorRegistration"))
            : null;

    private static IAssemblySymbol? Library(Compilation compilation) => compilation.Assembly.Name == LibraryName
        ? compilation.Assembly
        : compilation.SourceModule.ReferencedAssemblySymbols.FirstOrDefault(assembly => assembly.Name == LibraryName);
}
