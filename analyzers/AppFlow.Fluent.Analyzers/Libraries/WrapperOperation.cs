using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>The operation of a wrapper's tokens: its own, unless its body passes the token to exactly one other operation.</summary>
internal static class WrapperOperation
{
    // Wrappers that call each other or themselves are read once each.
    [ThreadStatic]
    private static HashSet<ISymbol>? _inProgress;

    public static object Of(ISymbol member, RequestLibrary library, TreeModels trees)
    {
        if (member is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.ExplicitInterfaceImplementation } method
            || !library.IsOfCompilation(method)
            || !(_inProgress ??= new(SymbolEqualityComparer.Default)).Add(method))
        {
            return member;
        }

        try
        {
            return HandedTo(method.PartialImplementationPart ?? method, library, trees) ?? member;
        }
        finally
        {
            _inProgress.Remove(method);
        }
    }

    // The one operation that gets the token; null if there is none or several, or if other code gets the token too.
    private static object? HandedTo(IMethodSymbol method, RequestLibrary library, TreeModels trees)
    {
        object? found = null;
        foreach (var body in method.DeclaringSyntaxReferences.Select(reference => trees.OperationOf(reference.GetSyntax())))
        {
            foreach (var reference in body?.Descendants().OfType<IParameterReferenceOperation>() ?? [])
            {
                if (!SymbolEqualityComparer.Default.Equals(reference.Parameter.ContainingSymbol.OriginalDefinition, method) || !library.IsToken(reference.Parameter))
                {
                    continue;
                }

                switch (UseOf(reference, library))
                {
                    case (true, null):
                        break;
                    case (true, { } operation) when found is null || found.Equals(operation):
                        found = operation;
                        break;
                    default:
                        return null;
                }
            }
        }

        return found;
    }

    // Whether the use is understood, and the operation that gets the token through it.
    private static (bool IsKnown, object? Operation) UseOf(IOperation reference, RequestLibrary library)
    {
        var value = reference;
        while (value.Parent is IConversionOperation or IParenthesizedOperation or ICoalesceOperation)
        {
            value = value.Parent;
        }

        switch (value.Parent)
        {
            case IArgumentOperation { Parent: IInvocationOperation again } when _inProgress!.Contains(again.TargetMethod.OriginalDefinition):
                return (true, null);
            case IArgumentOperation { Parent: { } call }:
                return library.CallOf(call) is { } request && IsTokenOf(request, value) ? (true, request.Shape.Operation) : (IsCheck(call), null);
            case ISimpleAssignmentOperation assignment:
                var owner = assignment.Parent is IObjectOrCollectionInitializerOperation { Parent: { } creation } ? creation : assignment;
                return library.CallOf(owner) is { } made && IsTokenOf(made, value) ? (true, made.Shape.Operation) : (false, null);
            case IIsPatternOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals }:
                return (true, null);
            default:
                return (false, null);
        }
    }

    private static bool IsTokenOf(RequestCall call, IOperation value) => call.Sets.Any(set =>
        set.Field.Role == AppFlow.Fluent.Rules.Shapes.FieldRole.Token && set.Value is { } given && (given == value || given.Syntax.Span.Contains(value.Syntax.Span)));

    // ArgumentNullException.ThrowIfNull(token), string.IsNullOrEmpty(token), logger.LogInformation("…", token)
    private static bool IsCheck(IOperation call) => call is IInvocationOperation { TargetMethod: var method }
        && (method.Name.StartsWith("ThrowIf", StringComparison.Ordinal)
            || method.Name.StartsWith("IsNullOr", StringComparison.Ordinal)
            || method.Name.StartsWith("Log", StringComparison.Ordinal)
            || method.ContainingType?.Name is "Console" or "Debug" or "Trace");
}
