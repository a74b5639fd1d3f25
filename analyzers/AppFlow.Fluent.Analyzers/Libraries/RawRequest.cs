using AppFlow.Fluent.Rules.Shapes;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>What is special about a class of the AWS SDK's requests, or one that derives from such a class.</summary>
internal sealed class RawRequest(INamedTypeSymbol symbol, FailureModel failures)
{
    private const string DryRun = "DryRun";

    /// <summary>The request as the service knows it: tokens are kept apart by it.</summary>
    public INamedTypeSymbol Operation { get; } = AwsSdkTypes.OperationOf(symbol);

    /// <summary>Whether it is a class of the program's own: an object of it is one of the SDK's as well.</summary>
    public bool IsDerived => !SymbolEqualityComparer.Default.Equals(Operation, symbol);

    /// <summary>The shape of a request with these properties, of which no more than a number become fields.</summary>
    /// <param name="properties">The properties.</param>
    /// <param name="mostFields">How many fields it may have.</param>
    /// <param name="inherited">The shape of the SDK's request that a class of the program's own derives from: it has the same fields, and more.</param>
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
            // One token, as all requests have.
            var found = token is null ? RequestTokens.Of(property, Operation) : null;
            token ??= found;
            fields.Add((property, found is null ? FieldRole.Content : FieldRole.Token, RequiredProperties.IsRequired(property, Operation)));
        }

        // Those that rules ask for come first: the others only tell requests apart.
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
