using AppFlow.Fluent.Rules.Shapes;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>The request that consists of a wrapper's parameters and properties.</summary>
internal sealed class WrapperShape
{
    private readonly Dictionary<ISymbol, Field> _fields = new(SymbolEqualityComparer.Default);

    /// <param name="member">The called member or the created type.</param>
    /// <param name="symbols">The parameters and properties that are fields.</param>
    /// <param name="isToken">Which of them are tokens.</param>
    /// <param name="operation">The scope of its tokens.</param>
    /// <param name="isPartOfOther">Whether it is an object that becomes part of a request rather than a call.</param>
    /// <param name="hasUnknownContent">Whether other content is unknown: an additional last field represents it.</param>
    public WrapperShape(
        ISymbol member, IReadOnlyList<ISymbol> symbols, Func<ISymbol, bool> isToken, object operation, bool isPartOfOther = false, bool hasUnknownContent = false)
    {
        var fields = new List<Field>();
        foreach (var symbol in symbols)
        {
            // A parameter and the property with its name are one field.
            var field = fields.FirstOrDefault(candidate => string.Equals(candidate.Name, symbol.Name, StringComparison.OrdinalIgnoreCase));
            if (field is null)
            {
                field = new Field(symbol.Name, fields.Count) { Role = isToken(symbol) ? FieldRole.Token : FieldRole.Content };
                fields.Add(field);
            }

            _fields[symbol] = field;
        }

        if (hasUnknownContent)
        {
            fields.Add(new Field("?", fields.Count));
        }

        Shape = new RequestShape(operation, NameOf(member), fields)
        {
            IsFreshWithoutToken = false,
            IsPartOfOther = isPartOfOther,
            IsJudgedForRetries = !isPartOfOther && !hasUnknownContent,
        };
    }

    public RequestShape Shape { get; }

    public Field? FieldOf(ISymbol symbol) => _fields.TryGetValue(symbol, out var field) ? field : null;

    private static string NameOf(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } => member.ContainingType.Name,
        IMethodSymbol { MethodKind: MethodKind.DelegateInvoke } => member.ContainingType.Name,
        IPropertySymbol { IsIndexer: true } => member.ContainingType.Name,
        _ => member.Name,
    };
}
