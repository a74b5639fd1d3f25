using AppFlow.Fluent.Analyzers.Lowering.Known;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Lowering;

/// <summary>Identifies pure expressions: they read members and run queries, but write and declare nothing.</summary>
internal static class Computation
{
    public static bool Is(IOperation operation, Compilation compilation) => operation switch
    {
        IAnonymousFunctionOperation => true,
        IInvocationOperation call => Asks(call.TargetMethod, compilation) && AreParts(call, compilation),
        IPropertyReferenceOperation property => !KnownMembers.IsReadAnew(property.Property) && AreParts(property, compilation),
        IBinaryOperation binary => !IsOwn(binary.OperatorMethod, compilation) && AreParts(binary, compilation),
        IUnaryOperation unary => !IsOwn(unary.OperatorMethod, compilation) && AreParts(unary, compilation),
        IConversionOperation conversion => !IsOwn(conversion.OperatorMethod, compilation) && AreParts(conversion, compilation),
        IArgumentOperation argument => argument.Parameter?.RefKind is RefKind.None or RefKind.In && AreParts(argument, compilation),
        IDeclarationPatternOperation { DeclaredSymbol: not null } or IRecursivePatternOperation { DeclaredSymbol: not null } or IListPatternOperation { DeclaredSymbol: not null } => false,
        ILiteralOperation or IInstanceReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IConditionalOperation or ICoalesceOperation
            or IConditionalAccessOperation or IConditionalAccessInstanceOperation or IIsTypeOperation or IIsPatternOperation or IPatternOperation or IPropertySubpatternOperation
            or IParenthesizedOperation or IDelegateCreationOperation or IDefaultValueOperation or IArrayElementReferenceOperation or INameOfOperation => AreParts(operation, compilation),
        _ => false,
    };

    private static bool AreParts(IOperation operation, Compilation compilation) => operation.ChildOperations.All(part => Is(part, compilation));

    private static bool Asks(IMethodSymbol method, Compilation compilation) => IsOwn(method, compilation)
        ? method.ReturnType.SpecialType == SpecialType.System_Boolean
        : !KnownMembers.IsItem(method) && (KnownMembers.IsPure(method) || KnownMembers.IsQuery(method));

    private static bool IsOwn(IMethodSymbol? method, Compilation compilation) => method is not null && Sources.IsIn(compilation, method);
}
