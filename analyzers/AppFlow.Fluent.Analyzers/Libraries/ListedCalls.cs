using AppFlow.Fluent.Analyzers.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>
/// The call that an object with a listed token belongs to, if it can be found: the object is its argument, or in a local of the same
/// iteration that only this call uses.
/// </summary>
internal static class ListedCalls
{
    /// <summary>The argument of a call that is such an object, and its creation; null if there is none.</summary>
    /// <param name="call">The call.</param>
    /// <param name="carries">Whether a creation sets a listed token.</param>
    public static (IArgumentOperation Argument, IObjectCreationOperation Creation)? Carried(IInvocationOperation call, Func<IObjectCreationOperation, bool> carries)
    {
        foreach (var argument in call.Arguments)
        {
            if (CreationOf(argument.Value) is { } creation && carries(creation))
            {
                return (argument, creation);
            }
        }

        return null;
    }

    /// <summary>The call that the object belongs to; null if it cannot be found.</summary>
    public static IInvocationOperation? CallOf(IObjectCreationOperation creation)
    {
        var value = creation.Outermost();
        switch (value.Parent)
        {
            case IArgumentOperation { Parent: IInvocationOperation call }:
                return call;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                return OnlyUseOf(declarator.Symbol, declarator) is { } use
                    && use.Outermost().Parent is IArgumentOperation { Parent: IInvocationOperation user }
                    && Rounds.Of(user) == Rounds.Of(declarator)
                        ? user
                        : null;
            default:
                return null;
        }
    }

    private static IObjectCreationOperation? CreationOf(IOperation value)
    {
        return value.Unwrapped() switch
        {
            IObjectCreationOperation creation => creation,
            ILocalReferenceOperation local when DeclaratorOf(local) is { Initializer.Value: { } initial } declarator
                && Rounds.Of(local) == Rounds.Of(declarator)
                && OnlyUseOf(local.Local, declarator) is not null => CreationOf(initial),
            _ => null,
        };
    }

    private static IVariableDeclaratorOperation? DeclaratorOf(ILocalReferenceOperation local) =>
        local.Local.DeclaringSyntaxReferences is { Length: 1 } declarations
        && local.SemanticModel is { } semantics
        && declarations[0].SyntaxTree == local.Syntax.SyntaxTree
            ? semantics.GetOperation(declarations[0].GetSyntax()) as IVariableDeclaratorOperation
            : null;

    private static ILocalReferenceOperation? OnlyUseOf(ILocalSymbol local, IOperation place)
    {
        var uses = SymbolUses.Of(local, place).Take(2).ToList();
        return uses.Count == 1 ? uses[0] as ILocalReferenceOperation : null;
    }
}
