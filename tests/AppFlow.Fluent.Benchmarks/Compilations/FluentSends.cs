namespace AppFlow.Fluent.Benchmarks.Compilations;

/// <summary>The methods of a generated project that send a request of AppFlow.Fluent, one per file.</summary>
internal static class FluentSends
{
    /// <summary>The token that every fifth faulty file sends; an edit of a token replaces it.</summary>
    public const string ReusedToken = "\"nightly-update\"";

    public static string Of(int i, bool faulty) => faulty ? Faulty(i / 10 % 5, i) : i % 2 == 0 ? Correct(i / 2 % 5, i) : Second(i / 2 % 3);

    private static string Correct(int form, int i) => form switch
    {
        0 => """
                public Task<UpdateConnectorRegistrationResponse> PublishAsync(AppFlowClient client, string description) =>
                    ConnectorRegistration.Update("orders").WithDescription(description).SendAsync(client);
            """,
        1 => """
                public async Task<string> PublishAsync(AppFlowClient client, string? description)
                {
                    var request = ConnectorRegistration.Update("orders");
                    if (description is { Length: > 0 })
                    {
                        request = request.WithDescription(description);
                    }

                    return (await request.SendAsync(client)).ConnectorArn;
                }
            """,
        2 => """
                public async Task PublishAsync(AppFlowClient client, CancellationToken cancellationToken)
                {
                    var template = ConnectorRegistration.Update().WithDescription("adds paging");
                    foreach (var label in _labels)
                    {
                        await template.WithConnectorLabel(label).SendAsync(client, cancellationToken);
                    }
                }
            """,
        3 => """
                public async Task PublishAsync(AppFlowClient client, string label)
                {
                    var request = ConnectorRegistration.Update(label).WithDescription("adds paging");
                    try
                    {
                        await request.SendAsync(client);
                    }
                    catch (AppFlowException e) when (e.IsRetryable && e.ClientToken is { } token)
                    {
                        await request.WithClientToken(token).SendAsync(client);
                    }
                }
            """,
        _ => $$"""
                public Task PublishAsync(AppFlowClient client, string function) => ConnectorRegistration.Register("orders-{{i}}")
                    .WithLambda(function)
                    .WithDescription("orders of the shop")
                    .WithOperationId($"release-{_revision}")
                    .SendAsync(client);
            """,
    };

    private static string Faulty(int form, int i) => form switch
    {
        0 => $$"""
                public Task PublishAsync(AppFlowClient client) =>
                    ConnectorRegistration.Update("orders-{{i}}").WithClientToken({{ReusedToken}}).SendAsync(client);
            """,
        1 => """
                public Task PublishAsync(AppFlowClient client, string description)
                {
                    var request = ConnectorRegistration.Update("orders");
                    request.WithDescription(description);
                    return request.SendAsync(client);
                }
            """,
        2 => """
                public Task PublishAsync(AppFlowClient client, string? label)
                {
                    var request = ConnectorRegistration.Update();
                    if (label is not null)
                    {
                        request = request.WithConnectorLabel(label);
                    }

                    return request.SendAsync(client);
                }
            """,
        3 => """
                public Task PublishAsync(AppFlowClient client) =>
                    ConnectorRegistration.Update("orders").WithDescription("adds paging, at last").SendAsync(client);
            """,
        _ => """
                public async Task PublishAsync(AppFlowClient client)
                {
                    for (var attempt = 0; attempt < 3; attempt++)
                    {
                        try
                        {
                            await ConnectorRegistration.Update("orders").SendAsync(client);
                            return;
                        }
                        catch (AppFlowException)
                        {
                            await Task.Delay(100, CancellationToken.None);
                        }
                    }
                }
            """,
    };

    private static string Second(int form) => form switch
    {
        0 => """
                public Task PublishAsync(AppFlowClient client, string token) =>
                    ConnectorRegistration.Update("orders").WithDescription("adds paging").WithClientToken(token).SendAsync(client);
            """,
        1 => """
                public async Task<int> PublishAsync(AppFlowClient client)
                {
                    var found = await ConnectorRegistration.List().WithMaxResults(50).SendAsync(client);
                    return found.Connectors.Count + Count;
                }
            """,
        _ => """
                public Task PublishAsync(AppFlowClient client, bool force)
                {
                    var request = ConnectorRegistration.Unregister("orders");
                    return force ? request.WithForceDelete().SendAsync(client) : request.SendAsync(client);
                }
            """,
    };
}
