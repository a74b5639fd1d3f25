namespace AppFlow.Fluent.Extensions.DependencyInjection.Tests.Readme;

internal sealed class Rollout(IAppFlowClient client)
{
    public Task<UpdateConnectorRegistrationResponse> RunAsync(string label, string release, CancellationToken cancellationToken) =>
        ConnectorRegistration.Update(label).WithOperationId(release).SendAsync(client, cancellationToken);
}
