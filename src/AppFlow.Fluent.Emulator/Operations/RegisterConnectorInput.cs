using AppFlow.Fluent.Emulator.Connectors;
using AppFlow.Fluent.Emulator.Protocol;
using AppFlow.Fluent.Emulator.Validation;

namespace AppFlow.Fluent.Emulator.Operations;

internal sealed class RegisterConnectorInput : OperationInput
{
    public RegisterConnectorInput(JsonMembers input)
    {
        ConnectorLabel = input.String("connectorLabel");
        Description = input.String("description");
        ProvisioningType = input.String("connectorProvisioningType");
        Provisioning = LambdaProvisioning.Read(input);
        ClientToken = input.String("clientToken");
    }

    public override string? ConnectorLabel { get; }

    public override string? ClientToken { get; }

    public override bool IsChange => true;

    public override string? Description { get; }

    public override string? LambdaArn => Provisioning?.LambdaArn;

    private string? ProvisioningType { get; }

    private LambdaProvisioning? Provisioning { get; }

    protected override void Validate(ConstraintViolations violations)
    {
        // The model marks neither as required; the service cannot register a connector without them.
        violations.Require(ConnectorLabel, "connectorLabel");
        ModelConstraints.ConnectorLabel.Check(ConnectorLabel, "connectorLabel", violations);
        ModelConstraints.Description.Check(Description, "description", violations);
        ModelConstraints.ConnectorProvisioningType.Check(ProvisioningType, "connectorProvisioningType", violations);
        violations.Require(Provisioning, "connectorProvisioningConfig");
        Provisioning?.Validate(violations);
        ModelConstraints.ClientToken.Check(ClientToken, "clientToken", violations);
    }

    public override UInt128 Fingerprint() => InputFingerprint.Of(ConnectorLabel, Description, ProvisioningType, LambdaArn);

    public override void Check(ConnectorSet connectors) => connectors.ThrowIfTaken(ConnectorLabel!);

    public override byte[] Apply(ConnectorSet connectors) => connectors.Register(ConnectorLabel!, Description, LambdaArn!).ArnAnswer;
}
