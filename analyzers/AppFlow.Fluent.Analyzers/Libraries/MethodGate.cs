using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>
/// Which methods may do something to a request, judging by their declaration alone: decided once per method, because most of a
/// compilation's calls cannot, and there are many.
/// </summary>
internal sealed class MethodGate
{
    private readonly RequestLibrary _library;
    private readonly ConcurrentDictionary<IMethodSymbol, bool> _methods = new(SymbolEqualityComparer.Default);
    private readonly Func<IMethodSymbol, bool> _decide;

    public MethodGate(RequestLibrary library)
    {
        _library = library;
        _decide = Decide;
    }

    /// <summary>Whether a call of the method may be a <see cref="RequestCall"/>.</summary>
    public bool IsOpenTo(IMethodSymbol method) => _methods.GetOrAdd(method.OriginalDefinition, _decide);

    private bool Decide(IMethodSymbol method)
    {
        // A listed token may reach any call in an object.
        if (!_library.Listed.IsEmpty || method.Parameters.Any(_library.IsToken))
        {
            return true;
        }

        var isMember = ExtensionBlocks.IsMember(method);
        if (method.IsStatic && !method.IsExtensionMethod && !isMember)
        {
            return _library.IsOfLibrary(method);
        }

        return RequestNames.IsSend(method.Name)
            || RequestNames.IsEnumerate(method.Name)
            || RequestNames.IsWith(method.Name)
            || MayBeRequest(method.ContainingType)
            || ((method.IsExtensionMethod || isMember) && (isMember || MayBeRequest(method.ReturnType)))
            || (method.Parameters.Length > 0 && MayBeRequest(method.Parameters[0].Type));
    }

    private bool MayBeRequest(ITypeSymbol type) => type is ITypeParameterSymbol || _library.KindOf(type) is not null;
}
