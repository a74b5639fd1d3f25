using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Lowering;

/// <summary>The variables that one operation writes directly.</summary>
internal static class Writes
{
    public static IEnumerable<ISymbol> Of(IOperation operation) => operation switch
    {
        IVariableDeclaratorOperation { Symbol: var symbol, Initializer: not null } => [symbol],
        IVariableDeclaratorOperation { Symbol: var symbol, Parent: IForEachLoopOperation or ICatchClauseOperation } => [symbol],
        IAssignmentOperation assignment => Targets(assignment.Target),
        IIncrementOrDecrementOperation increment => Targets(increment.Target),
        IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } argument => Targets(argument.Value),
        IAddressOfOperation address => Targets(address.Reference),
        IForEachLoopOperation { LoopControlVariable: not IVariableDeclaratorOperation and var variables } => Targets(variables),
        IDeclarationPatternOperation { DeclaredSymbol: { } symbol } => [symbol],
        IRecursivePatternOperation { DeclaredSymbol: { } symbol } => [symbol],
        IListPatternOperation { DeclaredSymbol: { } symbol } => [symbol],
        _ => [],
    };

    private static IEnumerable<ISymbol> Targets(IOperation? target) => target switch
    {
        ILocalReferenceOperation local => [local.Local],
        IParameterReferenceOperation parameter => [parameter.Parameter],
        IFieldReferenceOperation { Field.ContainingType.IsTupleType: true, Instance: var tuple } => Targets(tuple),
        ITupleOperation tuple => tuple.Elements.SelectMany(Targets),
        IDeclarationExpressionOperation declaration => Targets(declaration.Expression),
        IConversionOperation conversion => Targets(conversion.Operand),
        IParenthesizedOperation parenthesized => Targets(parenthesized.Operand),
        _ => [],
    };
}
