using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>Tokens of calls without a readable body: the attribute on the parameter identifies them.</summary>
internal static class MarkedTokens
{
    public static RequestCall AddTo(RequestCall call, RequestLibrary library) =>
        call.IsOpen && call.Request is { Shape.Token: { } token } kind && kind.PropertyOf(token) is { } property ? AddTo(call, kind, property, library) : call;

    private static RequestCall AddTo(RequestCall call, RequestKind kind, IPropertySymbol property, RequestLibrary library)
    {
        var arguments = call.Operation switch
        {
            IInvocationOperation invocation => invocation.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => [],
        };
        var marked = arguments.FirstOrDefault(argument => CallArguments.IsWritten(argument)
            && library.IsToken(argument.Parameter)
            && !CallArguments.IsDefaultNull(argument.Parameter!.OriginalDefinition, argument.Value));
        if (marked is null || call.AllSets.Any(set => set.Value == marked.Value))
        {
            return call;
        }

        var sets = call.AllSets.Where(set => !SymbolEqualityComparer.Default.Equals(set.Property, property)).Append(
            new RequestFieldSet(kind, property) { Value = marked.Value, IsWhole = true, Inputs = [marked.Value] });
        return new RequestCall(call.Kind, kind, call.Operation, call.Target, [.. sets])
        {
            Source = call.Source,
            Client = call.Client,
            IsOpen = true,
            ReturnsSource = call.ReturnsSource,
        };
    }
}
