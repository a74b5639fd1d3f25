using AppFlow.Fluent.Analyzers.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Lowering;

/// <summary>Finds the lambdas, local functions and methods of operations.</summary>
internal static class Functional
{
    /// <summary>The lambda or method group of an expression; null for anything else, and for an expression tree.</summary>
    public static IAnonymousFunctionOperation? LambdaOf(IOperation? operation) => operation?.UnwrappedFunction() as IAnonymousFunctionOperation;

    /// <summary>The code of a lambda, a local function or a method.</summary>
    public static IOperation? BodyOf(IOperation function) => function switch
    {
        IAnonymousFunctionOperation lambda => lambda.Body,
        ILocalFunctionOperation local => local.Body ?? local.IgnoredBody,
        IMethodBodyOperation method => method.BlockBody ?? method.ExpressionBody,
        _ => null,
    };

    /// <summary>The method whose body the operation is; null for an initializer or an attribute.</summary>
    public static IMethodSymbol? MethodOf(IOperation root, CancellationToken cancellationToken)
    {
        var syntax = root is IMethodBodyOperation or IConstructorBodyOperation ? root.Syntax : root.Syntax.Parent;
        return syntax is null ? null : root.SemanticModel?.GetDeclaredSymbol(syntax, cancellationToken) as IMethodSymbol;
    }

    public static IMethodSymbol? SymbolOf(IOperation function) => function switch
    {
        IAnonymousFunctionOperation lambda => lambda.Symbol,
        ILocalFunctionOperation local => local.Symbol,
        _ => null,
    };
}
