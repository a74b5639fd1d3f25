using AppFlow.Fluent.Emulator.Connectors;
using AppFlow.Fluent.Emulator.Protocol;
using AppFlow.Fluent.Emulator.Validation;

namespace AppFlow.Fluent.Emulator.Operations;

internal sealed class UnregisterConnectorInput : OperationInput
{
    public UnregisterConnectorInput(JsonMembers input)
    {
        ConnectorLabel = input.String("connectorLabel");

        // It has no effect here, because the emulator has no flows that could use a connector, but a value of the wrong type is still an
        // error.
        ForceDelete = input.Boolean("forceDelete");
    }

    public override string? ConnectorLabel { get; }

    public bool? ForceDelete { get; }

    public override bool IsChange => true;

    protected override void Validate(ConstraintViolations violations)
    {
        violations.Require(ConnectorLabel, "connectorLabel");
        ModelConstraints.ConnectorLabel.Check(ConnectorLabel, "connectorLabel", violations);
    }

    public override void Check(ConnectorSet connectors) => connectors.Get(ConnectorLabel!);

    public override byte[] Apply(ConnectorSet connectors)
    {
        connectors.Unregister(ConnectorLabel!);
        return ConnectorAnswers.Empty();
    }
}
