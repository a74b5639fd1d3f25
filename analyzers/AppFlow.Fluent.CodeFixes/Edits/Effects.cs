using AppFlow.Fluent.CodeFixes.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.CodeFixes.Edits;

/// <summary>Whether code has side effects, so that it must not be removed.</summary>
internal static class Effects
{
    // Framework types whose methods have no side effects.
    private static readonly HashSet<string> ValueTypes = new(StringComparer.Ordinal)
    {
        "System.BitConverter", "System.Convert", "System.DateOnly", "System.DateTimeOffset", "System.Enum", "System.FormattableString", "System.Guid",
        "System.HashCode", "System.Index", "System.Math", "System.MathF", "System.Random", "System.Range", "System.TimeOnly", "System.TimeProvider",
        "System.TimeSpan", "System.Uri", "System.Version", "System.Diagnostics.Stopwatch", "System.IO.Path", "System.Linq.Enumerable",
        "System.Security.Cryptography.RandomNumberGenerator", "System.Security.Cryptography.SHA256", "System.Text.Encoding", "System.Globalization.CultureInfo",
    };

    public static bool In(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken) => node
        .DescendantNodesAndSelf(inner => inner is not AnonymousFunctionExpressionSyntax)
        .Any(inner => inner switch
        {
            AwaitExpressionSyntax or AssignmentExpressionSyntax or ThrowExpressionSyntax or DeclarationExpressionSyntax or SingleVariableDesignationSyntax => true,
            PostfixUnaryExpressionSyntax unary => !unary.IsKind(SyntaxKind.SuppressNullableWarningExpression),
            PrefixUnaryExpressionSyntax unary => unary.IsKind(SyntaxKind.PreIncrementExpression) || unary.IsKind(SyntaxKind.PreDecrementExpression),
            InvocationExpressionSyntax call => !IsConstant(call, model, cancellationToken)
                && !(model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol method && OnlyMakesValue(method)),
            BaseObjectCreationExpressionSyntax creation => model.GetTypeInfo(creation, cancellationToken).Type is not { } type || !(IsValue(type) || RequestSymbols.IsOfLibrary(type)),
            _ => false,
        });

    private static bool IsConstant(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetConstantValue(expression, cancellationToken).HasValue;

    private static bool OnlyMakesValue(IMethodSymbol method) =>
        method is { Name: nameof(ToString) or nameof(Equals) or nameof(GetHashCode) }
        || (RequestSymbols.IsOfLibrary(method) && (method.IsStatic || RequestSymbols.IsWith(method)))
        || (IsValue(method.ContainingType) && !method.Parameters.Any(IsWritten))
        || method is { Name: "GetEnvironmentVariable" or "GetTimestamp", ContainingNamespace.Name: "System" };

    // An interpolation is handed over by reference.
    private static bool IsWritten(IParameterSymbol parameter) =>
        parameter.RefKind is RefKind.Out or RefKind.Ref
        && !parameter.Type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "InterpolatedStringHandlerAttribute");

    private static bool IsValue(ITypeSymbol type) =>
        (type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_String or SpecialType.System_DateTime)
        || (type.ContainingType is null && ValueTypes.Contains($"{type.ContainingNamespace}.{type.Name}"));
}
