using AppFlow.Fluent.Rules.Shapes;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>The specifics of an AWS SDK request class, or of a class that derives from one.</summary>
internal sealed class RawRequest(INamedTypeSymbol symbol, FailureModel failures)
{
    private const string DryRun = "DryRun";

    /// <summary>The SDK's request type, which is the scope of tokens.</summary>
    public INamedTypeSymbol Operation { get; } = AwsSdkTypes.OperationOf(symbol);

    /// <summary>Whether it is a class of the program, whose objects are also SDK requests.</summary>
    public bool IsDerived => !SymbolEqualityComparer.Default.Equals(Operation, symbol);

    /// <summary>The shape of a request with these properties, with a limited number of fields.</summary>
    /// <param name="properties">The properties.</param>
    /// <param name="mostFields">The maximum number of fields.</param>
    /// <param name="inherited">The shape of the SDK's base request of a class of the program: it has the same fields, and more.</param>
    public RequestShape MakeShape(IEnumerable<IPropertySymbol> properties, int mostFields, RequestShape? inherited)
    {
        if (inherited is not null)
        {
            var own = properties.Where(property => inherited.Fields.All(field => field.Name != property.Name)).Take(Math.Max(0, mostFields - inherited.Fields.Count));
            return new RequestShape(Operation, inherited.DisplayName, [.. inherited.Fields, .. own.Select((property, index) => new Field(property.Name, inherited.Fields.Count + index))])
            {
                IsFreshWithoutToken = inherited.IsFreshWithoutToken,
                KeepsGeneratedToken = inherited.KeepsGeneratedToken,
                IsJudgedForRetries = inherited.IsJudgedForRetries,
                Failures = failures,
            };
        }

        RequestToken? token = null;
        var fields = new List<(IPropertySymbol Property, FieldRole Role, bool IsRequired)>();
        foreach (var property in properties.Where(property => property.Name != DryRun))
        {
            // Only one token, as in all requests.
            var found = token is null ? RequestTokens.Of(property, Operation) : null;
            token ??= found;
            fields.Add((property, found is null ? FieldRole.Content : FieldRole.Token, RequiredProperties.IsRequired(property, Operation)));
        }

        // Fields that rules use come first; the others only distinguish requests.
        var ordered = fields.OrderBy(field => field.Role == FieldRole.Token || field.IsRequired ? 0 : 1).Take(mostFields);
        return new RequestShape(Operation, AwsSdkTypes.NameOf(Operation), [.. ordered.Select((field, index) => new Field(field.Property.Name, index)
        {
            Role = field.Role,
            IsRequired = field.IsRequired,
        })])
        {
            IsFreshWithoutToken = token is { IsFilled: true },
            KeepsGeneratedToken = token is { IsWrittenBack: true },
            IsJudgedForRetries = token is null or { IsRetried: true },
            Failures = failures,
        };
    }
}
