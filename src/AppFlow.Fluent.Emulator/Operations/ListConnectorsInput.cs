using AppFlow.Fluent.Emulator.Connectors;
using AppFlow.Fluent.Emulator.Protocol;
using AppFlow.Fluent.Emulator.Validation;

namespace AppFlow.Fluent.Emulator.Operations;

internal sealed class ListConnectorsInput : OperationInput
{
    public ListConnectorsInput(JsonMembers input)
    {
        MaxResults = input.Integer("maxResults");
        NextToken = input.String("nextToken");
    }

    private int? MaxResults { get; }

    private string? NextToken { get; }

    protected override void Validate(ConstraintViolations violations)
    {
        ModelConstraints.MaxResults.Check(MaxResults, "maxResults", violations);
        ModelConstraints.NextToken.Check(NextToken, "nextToken", violations);
    }

    public override void Check(ConnectorSet connectors) => Apply(connectors);

    public override byte[] Apply(ConnectorSet connectors) =>
        ConnectorAnswers.List(connectors.List(MaxResults ?? ModelConstraints.MaxResults.Max, NextToken));
}
