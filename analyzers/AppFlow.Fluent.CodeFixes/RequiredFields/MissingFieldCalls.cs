using AppFlow.Fluent.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.CodeFixes.RequiredFields;

/// <summary>The <c>With…</c> calls that set missing fields, with a value of the scope where there is one of that name.</summary>
internal static class MissingFieldCalls
{
    // What the author has to replace, in a form that the service would take.
    private static readonly (string Parameter, string Text)[] Examples =
    [
        ("connectorLabel", "connector-label"),
        ("lambdaArn", "arn:aws:lambda:us-east-1:123456789012:function:connector"),
    ];

    /// <summary>A method and its argument for each field, to stand at a place; null when one of the fields cannot be set so.</summary>
    public static IReadOnlyList<(string Method, ExpressionSyntax Argument)>? For(RequestCall send, IReadOnlyList<string> fields, SyntaxNode at, SemanticModel semantics)
    {
        var calls = new List<(string, ExpressionSyntax)>();
        foreach (var name in fields)
        {
            if (send.Request.FieldNamed(name) is not { } field || Setter(send.Request, field) is not { } setter)
            {
                return null;
            }

            calls.Add((setter.Name, Argument(setter.Parameters[0], at, semantics)));
        }

        return calls.Count == 0 ? null : calls;
    }

    private static IMethodSymbol? Setter(RequestType request, RequestField field) => request.Symbol.GetMembers()
        .OfType<IMethodSymbol>()
        .FirstOrDefault(method => RequestType.IsWith(method)
            && method is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, Parameters.Length: 1 }
            && method.Parameters[0].Type.SpecialType == SpecialType.System_String
            && request.SetBy(method).Any(set => set.Field == field));

    private static ExpressionSyntax Argument(IParameterSymbol parameter, SyntaxNode send, SemanticModel semantics)
    {
        var known = semantics.LookupSymbols(send.SpanStart)
            .Where(symbol => IsText(symbol) && !MayBeNull(symbol, semantics) && IsAssigned(symbol, send) && Fits(symbol.Name, parameter.Name))
            .OrderByDescending(symbol => string.Equals(symbol.Name, parameter.Name, StringComparison.OrdinalIgnoreCase))
            .ThenBy(symbol => symbol.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        if (known is not null)
        {
            return SyntaxFactory.IdentifierName(known.Name);
        }

        var example = Examples.FirstOrDefault(entry => entry.Parameter == parameter.Name).Text ?? parameter.Name;
        return SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(example));
    }

    // "label" fits connectorLabel: the field's name, or the last word of it.
    private static bool Fits(string name, string parameter) =>
        string.Equals(name, parameter, StringComparison.OrdinalIgnoreCase)
        || (name.Length >= "arn".Length
            && parameter.EndsWith(name, StringComparison.OrdinalIgnoreCase)
            && char.IsUpper(parameter[parameter.Length - name.Length]));

    private static bool IsText(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type.SpecialType == SpecialType.System_String,
        IParameterSymbol { RefKind: not RefKind.Out } parameter => parameter.Type.SpecialType == SpecialType.System_String,
        _ => false,
    };

    // What may be null is refused by the method that it would be given to. A var is annotated whatever it holds, so its origin is asked.
    private static bool MayBeNull(ISymbol symbol, SemanticModel semantics) => symbol switch
    {
        IParameterSymbol parameter => parameter.NullableAnnotation == NullableAnnotation.Annotated,
        ILocalSymbol { NullableAnnotation: NullableAnnotation.Annotated } local => local.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() switch
        {
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type.IsVar: true }, Initializer.Value: { } value } =>
                semantics.GetTypeInfo(value).Nullability.FlowState == NullableFlowState.MaybeNull,
            ForEachStatementSyntax { Type.IsVar: true } loop =>
                semantics.GetForEachStatementInfo(loop).ElementType?.NullableAnnotation == NullableAnnotation.Annotated,
            _ => true,
        }),
        _ => false,
    };

    private static bool IsAssigned(ISymbol symbol, SyntaxNode send) =>
        symbol is IParameterSymbol
        || symbol.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() switch
        {
            ForEachStatementSyntax => true,
            VariableDeclaratorSyntax { Initializer: not null } => reference.Span.End <= send.SpanStart,
            _ => false,
        });
}
