using AppFlow.Fluent.Emulator.Connectors;
using AppFlow.Fluent.Emulator.Protocol;
using AppFlow.Fluent.Emulator.Validation;

namespace AppFlow.Fluent.Emulator.Operations;

internal sealed class DescribeConnectorInput : OperationInput
{
    private const string CustomConnector = "CustomConnector";

    public DescribeConnectorInput(JsonMembers input)
    {
        ConnectorType = input.String("connectorType");
        ConnectorLabel = input.String("connectorLabel");
    }

    public override string? ConnectorLabel { get; }

    private string? ConnectorType { get; }

    protected override void Validate(ConstraintViolations violations)
    {
        violations.Require(ConnectorType, "connectorType");
        ModelConstraints.ConnectorType.Check(ConnectorType, "connectorType", violations);
        if (ConnectorType == CustomConnector)
        {
            violations.Require(ConnectorLabel, "connectorLabel");
        }

        ModelConstraints.ConnectorLabel.Check(ConnectorLabel, "connectorLabel", violations);
    }

    public override void Check(ConnectorSet connectors) => Apply(connectors);

    public override byte[] Apply(ConnectorSet connectors) => ConnectorType == CustomConnector
        ? ConnectorAnswers.Configuration(connectors.Get(ConnectorLabel!))
        : throw ServiceException.ResourceNotFound(
            $"The built-in connector {ConnectorType} is not part of the emulator, which has only custom connectors that were registered with it.");
}
