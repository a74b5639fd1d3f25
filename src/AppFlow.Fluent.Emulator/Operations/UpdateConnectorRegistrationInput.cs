using AppFlow.Fluent.Emulator.Connectors;
using AppFlow.Fluent.Emulator.Protocol;
using AppFlow.Fluent.Emulator.Validation;

namespace AppFlow.Fluent.Emulator.Operations;

internal sealed class UpdateConnectorRegistrationInput : OperationInput
{
    public UpdateConnectorRegistrationInput(JsonMembers input)
    {
        ConnectorLabel = input.String("connectorLabel");
        Description = input.String("description");
        Provisioning = LambdaProvisioning.Read(input);
        ClientToken = input.String("clientToken");
    }

    public override string? ConnectorLabel { get; }

    public override string? ClientToken { get; }

    public override bool IsChange => true;

    public override string? Description { get; }

    public override string? LambdaArn => Provisioning?.LambdaArn;

    private LambdaProvisioning? Provisioning { get; }

    protected override void Validate(ConstraintViolations violations)
    {
        violations.Require(ConnectorLabel, "connectorLabel");
        ModelConstraints.ConnectorLabel.Check(ConnectorLabel, "connectorLabel", violations);
        ModelConstraints.Description.Check(Description, "description", violations);
        Provisioning?.Validate(violations);
        ModelConstraints.ClientToken.Check(ClientToken, "clientToken", violations);
    }

    public override UInt128 Fingerprint() => InputFingerprint.Of(ConnectorLabel, Description, LambdaArn);

    public override void Check(ConnectorSet connectors) => connectors.Get(ConnectorLabel!);

    public override byte[] Apply(ConnectorSet connectors) => connectors.Update(ConnectorLabel!, Description, LambdaArn).ArnAnswer;
}
