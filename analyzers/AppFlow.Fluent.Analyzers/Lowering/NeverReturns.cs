using AppFlow.Fluent.Analyzers.Expressions;
using AppFlow.Fluent.Analyzers.Lowering.Known;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Lowering;

/// <summary>Identifies calls that end the path: all paths through the method end in a throw or the end of the program.</summary>
internal static class NeverReturns
{
    private const int MaxCalls = 4;

    public static bool Method(Compilation compilation, IMethodSymbol method, CancellationToken cancellationToken) =>
        Method(compilation, method, MaxCalls, cancellationToken);

    /// <summary>The truth value of the argument for which the call does not return; null if unknown.</summary>
    public static bool? WhenArgumentIs(IArgumentOperation argument)
    {
        if (argument.Parameter is not { Type.SpecialType: SpecialType.System_Boolean } parameter)
        {
            return null;
        }

        foreach (var attribute in parameter.GetAttributes())
        {
            if (attribute is { AttributeClass.Name: "DoesNotReturnIfAttribute", ConstructorArguments.Length: 1 })
            {
                return attribute.ConstructorArguments[0].Value as bool?;
            }
        }

        return null;
    }

    private static bool Method(Compilation compilation, IMethodSymbol method, int depth, CancellationToken cancellationToken)
    {
        if (method.Name is "Exit" or "FailFast" && method.ContainingType.Name == "Environment" && Types.IsIn(method.ContainingType, "System"))
        {
            return true;
        }

        if (method.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "DoesNotReturnAttribute"))
        {
            return true;
        }

        if (depth == 0 || method.IsVirtual || method.IsAbstract || method is { IsOverride: true, IsSealed: false } || !Sources.IsIn(compilation, method))
        {
            return false;
        }

        if (Sources.BodyOf(compilation, method, cancellationToken) is not { } body || Functional.BodyOf(body) is not { } code)
        {
            return false;
        }

        bool NeverReturns(IMethodSymbol called) => Method(compilation, called, depth - 1, cancellationToken);
        return !Returns(code, NeverReturns) && Ends(code, NeverReturns);
    }

    // A return, outside of nested functions. Code after a call that never returns is only for the compiler.
    private static bool Returns(IOperation operation, Func<IMethodSymbol, bool> neverReturns)
    {
        switch (operation)
        {
            case ILocalFunctionOperation or IAnonymousFunctionOperation:
                return false;
            case IReturnOperation @return:
                return !Ends(@return, neverReturns);
            case IBlockOperation block:
                foreach (var statement in block.Operations)
                {
                    if (Returns(statement, neverReturns))
                    {
                        return true;
                    }

                    if (Ends(statement, neverReturns))
                    {
                        return false;
                    }
                }

                return false;
            default:
                return operation.ChildOperations.Any(child => Returns(child, neverReturns));
        }
    }

    private static bool IsThrow(IOperation? value) => value?.UnwrappedFunction() is IThrowOperation;

    private static bool Ends(IOperation? operation, Func<IMethodSymbol, bool> neverReturns) => operation switch
    {
        IThrowOperation => true,
        IReturnOperation @return => IsThrow(@return.ReturnedValue) || Ends(@return.ReturnedValue, neverReturns),
        IBlockOperation block => block.Operations.Any(statement => Ends(statement, neverReturns)),
        IExpressionStatementOperation statement => Ends(statement.Operation, neverReturns),
        IAwaitOperation awaited => Ends(awaited.Operation, neverReturns),
        IConversionOperation conversion => Ends(conversion.Operand, neverReturns),
        IInvocationOperation { TargetMethod: { Name: "ConfigureAwait" } } configured => Ends(configured.Instance, neverReturns),
        IInvocationOperation call => neverReturns(call.TargetMethod),
        IConditionalOperation conditional => Ends(conditional.WhenTrue, neverReturns) && Ends(conditional.WhenFalse, neverReturns),
        IUsingOperation @using => Ends(@using.Body, neverReturns),
        ILockOperation @lock => Ends(@lock.Body, neverReturns),
        ITryOperation attempt => Ends(attempt.Finally, neverReturns)
            || (Ends(attempt.Body, neverReturns) && attempt.Catches.All(clause => Ends(clause.Handler, neverReturns))),
        _ => false,
    };
}
