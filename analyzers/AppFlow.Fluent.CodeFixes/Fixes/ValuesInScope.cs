using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.CodeFixes.Fixes;

/// <summary>Values in scope with a field's name and type, best first; the compiler decides whether they can be used.</summary>
internal static class ValuesInScope
{
    private const int ShortestWord = 3;

    public static IEnumerable<ExpressionSyntax> For(string name, ITypeSymbol type, SyntaxNode place, bool isSetOnSomePath, FixSite site)
    {
        // Without annotations it may be null, as a conditional assignment suggests.
        if (isSetOnSomePath && !site.Model.GetNullableContext(place.SpanStart).WarningsEnabled())
        {
            return [];
        }

        return site.Model.LookupSymbols(place.SpanStart)
            .Where(symbol => SymbolEqualityComparer.Default.Equals(TypeOf(symbol), type) && Fits(symbol, name) && !IsDeclaredLater(symbol, place) && !IsBlank(symbol, site))
            .OrderBy(symbol => symbol is ILocalSymbol or IParameterSymbol ? 0 : 1)
            .ThenBy(symbol => string.Equals(symbol.Name, name, StringComparison.OrdinalIgnoreCase) ? 0 : 1)
            .ThenBy(symbol => symbol.Name, StringComparer.Ordinal)
            .Select(symbol => SyntaxFactory.IdentifierName(symbol.Name));
    }

    /// <summary>Values in scope that convert to a type, whatever their names.</summary>
    public static IEnumerable<IdentifierNameSyntax> OfType(ITypeSymbol type, SyntaxNode place, FixSite site) => site.Model
        .LookupSymbols(place.SpanStart)
        .Where(symbol => TypeOf(symbol) is { } own
            && site.Model.Compilation.ClassifyConversion(own, type) is { IsImplicit: true, IsUserDefined: false }
            && !IsDeclaredLater(symbol, place))
        .Select(symbol => SyntaxFactory.IdentifierName(symbol.Name));

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol { IsIndexer: false } property => property.Type,
        _ => null,
    };

    // "label" fits connectorLabel: the field's name, or its last word. A member must have the whole name.
    private static bool Fits(ISymbol symbol, string field) => symbol is ILocalSymbol or IParameterSymbol
        ? string.Equals(symbol.Name, field, StringComparison.OrdinalIgnoreCase)
            || (symbol.Name.Length >= ShortestWord
                && field.EndsWith(symbol.Name, StringComparison.OrdinalIgnoreCase)
                && char.IsUpper(field[field.Length - symbol.Name.Length]))
        : string.Equals(symbol.Name.TrimStart('_'), field, StringComparison.OrdinalIgnoreCase);

    private static bool IsDeclaredLater(ISymbol symbol, SyntaxNode place) => symbol is ILocalSymbol && symbol.Locations[0].SourceSpan.End > place.SpanStart;

    private static bool IsBlank(ISymbol symbol, FixSite site) =>
        symbol is ILocalSymbol or IFieldSymbol
        && symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(site.CancellationToken) is VariableDeclaratorSyntax { Initializer.Value: { } value }
        && (value.IsKind(SyntaxKind.NullLiteralExpression)
            || value.ToString() is "string.Empty" or "String.Empty"
            || value is LiteralExpressionSyntax { Token.Value: string text } && string.IsNullOrWhiteSpace(text));
}
