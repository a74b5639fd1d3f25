using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Requests;

/// <summary>Which calls are sends, and how a request is sent.</summary>
internal static class Sends
{
    private const string Asynchronous = "SendAsync";
    private const string Synchronous = "Send";

    /// <summary>
    /// Whether the call sends a request: a method of that name of the request's class or of AppFlow.Fluent, none of whose parameters is a
    /// field. Any other is a wrapper.
    /// </summary>
    public static bool IsSend(IInvocationOperation call, FluentModel model)
    {
        var method = call.TargetMethod;
        if (method.Name is not (Asynchronous or Synchronous))
        {
            return false;
        }

        if (call.Instance is { } receiver && model.RequestOf(receiver.Type) is { } request)
        {
            return !method.Parameters.Any(parameter => request.FieldNamed(parameter.Name) is not null || model.IsToken(parameter));
        }

        // A client's own method takes the request first.
        return !method.IsStatic
            && call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value is { } sent
            && model.RequestOf(Values.HardCodedValues.Unwrapped(sent).Type) is not null
            && (model.IsOfLibrary(method) || IsClient(method.ContainingType, model));
    }

    /// <summary>The method that sends a request, for messages; null when it has none.</summary>
    public static string? MethodOf(RequestType request)
    {
        for (var type = request.Symbol; type is not null; type = type.BaseType)
        {
            if (type.GetMembers(Asynchronous).OfType<IMethodSymbol>().Any(method => !method.IsStatic))
            {
                return Asynchronous;
            }

            if (type.GetMembers(Synchronous).OfType<IMethodSymbol>().Any(method => !method.IsStatic))
            {
                return Synchronous;
            }
        }

        return null;
    }

    private static bool IsClient(INamedTypeSymbol type, FluentModel model) =>
        type.AllInterfaces.Any(face => face.Name == "IAppFlowClient" && model.IsOfLibrary(face));
}
