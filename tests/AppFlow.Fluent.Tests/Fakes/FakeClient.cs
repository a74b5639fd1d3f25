namespace AppFlow.Fluent.Tests.Fakes;

/// <summary>A client without a network: it returns the given answers, or throws the given errors, in order.</summary>
internal sealed class FakeClient(params object[] answers) : IAppFlowClient
{
    public List<object> Requests { get; } = [];

    public Task<TResponse> SendAsync<TResponse>(AppFlowRequest<TResponse> request, CancellationToken cancellationToken = default)
    {
        Requests.Add(request);
        var answer = answers[Requests.Count - 1];
        return answer is Exception e ? Task.FromException<TResponse>(e) : Task.FromResult((TResponse)answer);
    }
}
