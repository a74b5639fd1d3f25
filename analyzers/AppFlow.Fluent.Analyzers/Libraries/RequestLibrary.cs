using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>
/// Identifies the requests and tokens of a compilation, and what an operation does to a request. Attributes and symbols decide everything,
/// never a name alone: a class that only has our names is not a request.
/// </summary>
internal sealed class RequestLibrary
{
    private const string AwsSdkOption = "appflow_fluent.aws_sdk_requests";

    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<string, RequestLibrary?>> Libraries = new();

    private readonly Compilation _compilation;
    private readonly IAssemblySymbol? _library;
    private readonly ConcurrentDictionary<INamedTypeSymbol, RequestKind?> _kinds = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _tokens = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IPropertySymbol, FieldConstraints> _constraints = new(SymbolEqualityComparer.Default);
    private readonly Lazy<INamedTypeSymbol?> _entryPoints;
    private readonly Lazy<TokenNames> _tokenNames;
    private readonly bool _hasAwsSdk;
    private readonly AnalyzerConfigOptionsProvider? _options;
    private readonly ConcurrentDictionary<SyntaxTree, bool> _turnedOff = new();
    private readonly ConcurrentDictionary<string, AwsFailures> _failures = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<INamedTypeSymbol, IPropertySymbol?> _nestedTokens = new(SymbolEqualityComparer.Default);

    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _services = new(SymbolEqualityComparer.Default);
    private readonly RecentCalls _recent = new();

    // Cached, because they are used for every call of a compilation, and a method group would create a new delegate each time.
    private readonly Func<INamedTypeSymbol, RequestKind?> _findKind;
    private readonly Func<ISymbol, bool> _findToken;
    private readonly Func<SyntaxTree, bool> _readOption;
    private readonly Func<IPropertySymbol, FieldConstraints> _findConstraints = FieldConstraints.Of;
    private readonly Func<INamedTypeSymbol, bool> _findService = AwsSdkTypes.IsService;

    private RequestLibrary(Compilation compilation, ListedTokens listed, AnalyzerConfigOptionsProvider? options, bool hasAnnotations)
    {
        _compilation = compilation;
        _options = options;
        Listed = listed;
        HasFluentRequests = hasAnnotations;
        _hasAwsSdk = References(compilation, AwsSdkTypes.CoreAssembly);
        _library = compilation.AssemblyName == AnnotationNames.Library
            ? compilation.Assembly
            : compilation.SourceModule.ReferencedAssemblySymbols.FirstOrDefault(reference => reference.Name == AnnotationNames.Library);
        _findKind = FindKind;
        _findToken = FindToken;
        _readOption = ReadOption;
        _entryPoints = new(() => _library?.GetTypeByMetadataName(LibraryConvention.EntryPoints), LazyThreadSafetyMode.PublicationOnly);
        _tokenNames = new(FindTokenNames, LazyThreadSafetyMode.PublicationOnly);
        var trees = new TreeModels(compilation);
        Trees = trees;
        Bodies = new RequestBodies(this, trees);
        Setters = new SetterBodies(this, trees);
        Calls = new RequestCalls(this);
        Wrappers = new Wrappers(this, trees);
        Methods = new MethodGate(this);
    }

    /// <summary>Whether classes can be marked as fluent requests here: the library or its annotations are available.</summary>
    public bool HasFluentRequests { get; }

    /// <summary>Whether any member can be a token by an attribute or the project's list.</summary>
    internal bool HasMarks => HasFluentRequests || !Listed.IsEmpty;

    internal TreeModels Trees { get; }

    /// <summary>The names of tokens without an attribute.</summary>
    internal TokenNames TokenNames => _tokenNames.Value;

    /// <summary>The tokens that the project lists.</summary>
    internal ListedTokens Listed { get; }

    internal RequestBodies Bodies { get; }

    internal SetterBodies Setters { get; }

    internal RequestCalls Calls { get; }

    internal Wrappers Wrappers { get; }

    internal MethodGate Methods { get; }

    /// <summary>
    /// The library of a compilation, created once for each token list; null if neither AppFlow.Fluent nor the AWS SDK is referenced, the
    /// annotations are declared neither here nor in a reference, and no token is listed.
    /// </summary>
    public static RequestLibrary? For(Compilation compilation, AnalyzerOptions? options = null)
    {
        var listed = options is null ? ListedTokens.None : ListedTokens.Of(options.AdditionalFiles);
        var libraries = Libraries.GetValue(compilation, static _ => new ConcurrentDictionary<string, RequestLibrary?>(StringComparer.Ordinal));
        if (libraries.TryGetValue(listed.Key, out var library))
        {
            return library;
        }

        var hasAnnotations = HasAnnotations(compilation);
        return libraries.GetOrAdd(
            listed.Key,
            hasAnnotations || !listed.IsEmpty || References(compilation, AwsSdkTypes.CoreAssembly)
                ? new RequestLibrary(compilation, listed, options?.AnalyzerConfigOptionsProvider, hasAnnotations)
                : null);
    }

    /// <summary>The request kind of the type; null for any other type.</summary>
    public RequestKind? KindOf(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class } named ? _kinds.GetOrAdd(named.OriginalDefinition, _findKind) : null;

    /// <summary>
    /// The request kind of the type, or of a variable of the library's base class, whose response tells it; null for any other type.
    /// </summary>
    internal RequestKind? SentKindOf(ITypeSymbol? type) => KindOf(type)
        ?? (AnnotationNames.IsLibraryType(type, "AppFlowRequest") && _entryPoints.Value is { } entries
            ? KindOf(entries.GetMembers()
                .OfType<IMethodSymbol>()
                .Select(method => method.ReturnType)
                .FirstOrDefault(request => SymbolEqualityComparer.Default.Equals(request.BaseType, type)))
            : null);

    /// <summary>The fluent request kind of the type; null for any other type, including AWS SDK requests.</summary>
    public RequestKind? FluentKindOf(ITypeSymbol? type) => KindOf(type) is { Raw: null } kind ? kind : null;

    /// <summary>The constraints of a property of a request, or of a part of one, from its attributes.</summary>
    public FieldConstraints ConstraintsOf(IPropertySymbol property) => _constraints.GetOrAdd(property.OriginalDefinition, _findConstraints);

    /// <summary>Whether a parameter or property is marked <c>[IdempotencyToken]</c>, on itself or on its original declaration.</summary>
    public bool IsToken(ISymbol? symbol) => symbol is IParameterSymbol or IPropertySymbol && _tokens.GetOrAdd(symbol.OriginalDefinition, _findToken);

    /// <summary>Whether an operation may affect a request by its kind; the others need no check.</summary>
    public static bool MayBeCall(IOperation operation) => operation
        is IInvocationOperation
        or IObjectCreationOperation
        or IWithOperation
        or IAssignmentOperation
        or IPropertyReferenceOperation { Arguments.IsEmpty: false };

    /// <summary>The effect of the operation on a request; null if there is none.</summary>
    public RequestCall? CallOf(IOperation operation)
    {
        if (operation is IInvocationOperation { TargetMethod: var method } && !Methods.IsOpenTo(method))
        {
            return null;
        }

        if (_recent.Find(operation) is { } known)
        {
            return known;
        }

        var call = Calls.Of(operation) is { } own ? MarkedTokens.AddTo(own, this) : Wrappers.CallOf(operation);
        return call is null || (call.IsOfAwsSdk && IsTurnedOff(operation.Syntax.SyntaxTree)) ? null : _recent.Keep(call);
    }

    /// <summary>The effect of a use of a request's property, other than an assignment; null if it only reads it.</summary>
    public RequestFieldSet? MentionOf(IPropertyReferenceOperation reference) => _hasAwsSdk ? PropertyMentions.Of(reference, this) : null;

    /// <summary>The token of a type that is part of AWS SDK requests; null for any other type.</summary>
    internal IPropertySymbol? NestedTokenOf(INamedTypeSymbol? type) =>
        _hasAwsSdk && type is not null && AwsSdkTypes.ServiceOf(type) is not null ? _nestedTokens.GetOrAdd(type.OriginalDefinition, RequestTokens.OfNested) : null;

    /// <summary>Whether the type is a client of an AWS service.</summary>
    internal bool IsService(ITypeSymbol? type) => type is INamedTypeSymbol named ? _services.GetOrAdd(named, _findService) : AwsSdkTypes.IsService(type);

    /// <summary>Whether AppFlow.Fluent itself declares the symbol.</summary>
    public bool IsOfLibrary(ISymbol symbol) =>
        _library is not null && SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, _library);

    internal bool IsOfCompilation(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, _compilation.Assembly);

    /// <summary>Whether a method's effect on the kind is read from its body; otherwise only its name and parameters decide.</summary>
    internal bool IsRead(RequestKind kind, IMethodSymbol method) =>
        !IsOfLibrary(method) && IsOfCompilation(method) && (!kind.IsRead || !kind.Backing.HasHiddenState) && !kind.IsOfLibraryMember(method);

    /// <summary>The properties that a method or constructor sets.</summary>
    internal IEnumerable<IPropertySymbol> MethodSets(RequestKind kind, IMethodSymbol method)
    {
        if (IsRead(kind, method) && Bodies.SummaryOf(method, kind) is { IsOpen: false } summary)
        {
            return kind.Properties.Where(property => summary.Values.TryGetValue(property.Name, out var value) && value.IsGiven);
        }

        return kind.ConventionOf(method).Select(set => set.Property);
    }

    /// <summary>The property that gets a parameter's value unchanged.</summary>
    internal IPropertySymbol? SetByParameter(RequestKind kind, IMethodSymbol method, IParameterSymbol parameter)
    {
        if (IsRead(kind, method) && Bodies.SummaryOf(method, kind) is { IsOpen: false } summary)
        {
            return kind.Properties.FirstOrDefault(property =>
                summary.Values.TryGetValue(property.Name, out var value)
                && value.IsWhole
                && SymbolEqualityComparer.Default.Equals(value.Inputs[0], parameter));
        }

        return kind.ConventionOf(method)
            .FirstOrDefault(set => set.Part is null && SymbolEqualityComparer.Default.Equals(set.Parameter, parameter))
            .Property;
    }

    /// <summary>The properties that the library's entry points set.</summary>
    internal IEnumerable<IPropertySymbol> SetByEntryPoints(RequestKind kind) =>
        kind.IsOfLibrary && _entryPoints.Value is { } type
            ? type.GetMembers()
                .OfType<IMethodSymbol>()
                .Where(method => KindOf(method.ReturnType) == kind)
                .SelectMany(method => kind.ConventionOf(method))
                .Select(set => set.Property)
            : [];

    private static bool HasAnnotations(Compilation compilation) =>
        compilation.AssemblyName == AnnotationNames.Library
        || References(compilation, AnnotationNames.Library)
        || compilation.SourceModule.ReferencedAssemblySymbols.Any(MarkedReferences.Declares)
        || AnnotationNames.AreDeclaredBy(compilation.Assembly);

    private static bool References(Compilation compilation, string assembly) =>
        compilation.SourceModule.ReferencedAssemblySymbols.Any(reference => reference.Name == assembly);

    private bool IsTurnedOff(SyntaxTree tree) => _options is not null && _turnedOff.GetOrAdd(tree, _readOption);

    private bool ReadOption(SyntaxTree tree) =>
        _options!.GetOptions(tree).TryGetValue(AwsSdkOption, out var value) && string.Equals(value.Trim(), "false", StringComparison.OrdinalIgnoreCase);

    private RequestKind? FindKind(INamedTypeSymbol definition)
    {
        if (HasFluentRequests && AnnotationNames.IsFluentRequest(definition))
        {
            return new RequestKind(definition, this);
        }

        return _hasAwsSdk && AwsSdkTypes.IsRequest(definition) ? new RequestKind(definition, this, new RawRequest(definition, FailuresOf(definition))) : null;
    }

    private TokenNames FindTokenNames()
    {
        var raw = _hasAwsSdk ? RawTokenNames.Of(_compilation) : null;
        return new TokenNames(
            [.. Listed.Properties, .. raw?.Properties ?? []],
            [.. Listed.Types, .. raw?.Types ?? []],
            [.. Listed.Methods]);
    }

    private AwsFailures FailuresOf(INamedTypeSymbol request)
    {
        var service = AwsSdkTypes.ServiceOf(AwsSdkTypes.OperationOf(request));
        return _failures.GetOrAdd(
            service ?? "",
            _ => new AwsFailures(_compilation.GetTypeByMetadataName(AwsSdkTypes.RootNamespace + ".Runtime.AmazonServiceException"), service));
    }

    // Attributes are read only where they can be: to read one, the compiler binds it.
    private bool FindToken(ISymbol symbol)
    {
        if (!HasMarks)
        {
            return IsNestedToken(symbol);
        }

        for (var current = symbol; current is not null; current = InheritedMembers.OverriddenBy(current))
        {
            if (AnnotationNames.IsIdempotencyToken(current)
                || IsListed(current)
                || IsNestedToken(current)
                || InheritedMembers.ImplementedBy(current).Any(AnnotationNames.IsIdempotencyToken)
                || (current is IParameterSymbol parameter && PrimaryConstructor.PropertyOf(parameter) is { } property && AnnotationNames.IsIdempotencyToken(property)))
            {
                return true;
            }
        }

        return false;
    }

    internal bool IsListed(ISymbol symbol) => !Listed.IsEmpty && (Listed.Has(symbol) || InheritedMembers.ImplementedBy(symbol).Any(Listed.Has));

    // The property, or the constructor's parameter that is named after it.
    internal bool IsNestedToken(ISymbol symbol) => symbol switch
    {
        IPropertySymbol property => SymbolEqualityComparer.Default.Equals(NestedTokenOf(property.ContainingType), property),
        IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor } =>
            NestedTokenOf(constructor.ContainingType) is { } token && string.Equals(token.Name, symbol.Name, StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
