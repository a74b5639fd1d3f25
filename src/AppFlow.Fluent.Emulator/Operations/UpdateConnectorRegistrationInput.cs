using AppFlow.Fluent.Emulator.Connectors;
using AppFlow.Fluent.Emulator.Validation;

namespace AppFlow.Fluent.Emulator.Operations;

internal sealed record UpdateConnectorRegistrationInput : OperationInput
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

    private string? Description { get; }

    private LambdaProvisioning? Provisioning { get; }

    public override void Validate(ConstraintViolations violations)
    {
        violations.Require(ConnectorLabel, "connectorLabel");
        ModelConstraints.ConnectorLabel.Check(ConnectorLabel, "connectorLabel", violations);
        ModelConstraints.Description.Check(Description, "description", violations);
        Provisioning?.Validate(violations);
        ModelConstraints.ClientToken.Check(ClientToken, "clientToken", violations);
    }

    public override byte[] Apply(ConnectorRegistry registry) =>
        ConnectorAnswers.Arn(registry.Update(ConnectorLabel!, Description, Provisioning?.LambdaArn));
}
