using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>
/// The storage of a request's properties in this compilation: fields, or primary constructor parameters, that a getter returns.
/// </summary>
internal sealed class BackingFields
{
    private readonly Dictionary<string, IPropertySymbol> _propertyOf = new(StringComparer.Ordinal);

    /// <summary>
    /// Whether a getter computes its value from a field without a property, so that constructors' writes to the field do not determine the
    /// property.
    /// </summary>
    public bool HasHiddenState { get; private set; }

    /// <summary>The properties that return a parameter or field of that name.</summary>
    public IPropertySymbol? PropertyOf(ISymbol storage) => _propertyOf.TryGetValue(storage.Name, out var property) ? property : null;

    public static BackingFields Of(RequestKind kind)
    {
        var found = new BackingFields();
        if (!kind.IsRead)
        {
            return found;
        }

        var computed = new List<(ExpressionSyntax Getter, INamedTypeSymbol Type)>();
        foreach (var property in kind.Properties)
        {
            if (GetterOf(property) is not { } getter)
            {
                continue;
            }

            if (NameOf(getter) is { } name && IsStorage(property.ContainingType, name))
            {
                found._propertyOf[name] = property;
            }
            else
            {
                computed.Add((getter, property.ContainingType));
            }
        }

        found.HasHiddenState = computed.Any(one => one.Getter.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(identifier =>
            identifier.Identifier.ValueText is var name && IsStorage(one.Type, name) && !found._propertyOf.ContainsKey(name)));
        return found;
    }

    private static ExpressionSyntax? GetterOf(IPropertySymbol property)
    {
        foreach (var reference in property.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax() is PropertyDeclarationSyntax declaration)
            {
                var getter = declaration.AccessorList?.Accessors.FirstOrDefault(accessor => accessor.Keyword.Text == "get");
                return declaration.ExpressionBody?.Expression
                    ?? getter?.ExpressionBody?.Expression
                    ?? getter?.Body?.Statements.OfType<ReturnStatementSyntax>().LastOrDefault()?.Expression;
            }
        }

        return null;
    }

    private static string? NameOf(ExpressionSyntax getter) => getter switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access => access.Name.Identifier.ValueText,
        ParenthesizedExpressionSyntax parenthesized => NameOf(parenthesized.Expression),
        PostfixUnaryExpressionSyntax { OperatorToken.Text: "!" } suppressed => NameOf(suppressed.Operand),
        _ => null,
    };

    private static bool IsStorage(INamedTypeSymbol type, string name) =>
        type.GetMembers(name).Any(member => member is IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false })
        || PrimaryConstructor.Of(type)?.Parameters.Any(parameter => parameter.Name == name) == true;
}
