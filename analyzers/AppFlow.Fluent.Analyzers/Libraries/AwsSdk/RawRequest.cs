using AppFlow.Fluent.Rules.Shapes;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Libraries.AwsSdk;

/// <summary>What is special about a class of the AWS SDK's requests, or one that derives from such a class.</summary>
internal sealed class RawRequest(INamedTypeSymbol symbol, FailureModel failures)
{
    private const string DryRun = "DryRun";

    /// <summary>The request as the service knows it: tokens are kept apart by it.</summary>
    public INamedTypeSymbol Operation { get; } = AwsSdkTypes.OperationOf(symbol);

    /// <summary>The shape of a request with these properties, of which no more than a number become fields.</summary>
    public RequestShape MakeShape(IEnumerable<IPropertySymbol> properties, int mostFields)
    {
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
