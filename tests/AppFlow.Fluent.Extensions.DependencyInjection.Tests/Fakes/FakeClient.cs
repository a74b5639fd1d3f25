namespace AppFlow.Fluent.Extensions.DependencyInjection.Tests.Fakes;

/// <summary>Lists no connectors and sends nothing else.</summary>
internal sealed class FakeClient : IAppFlowClient
{
    public Task<TResponse> SendAsync<TResponse>(AppFlowRequest<TResponse> request, CancellationToken cancellationToken = default) => request switch
    {
        ListConnectorsRequest => Task.FromResult((TResponse)(object)new ListConnectorsResponse { RequestId = "of the fake" }),
        _ => throw new ThrottlingException("Rate exceeded") { ClientToken = "t" },
    };
}
