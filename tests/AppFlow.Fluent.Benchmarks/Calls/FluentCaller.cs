using Amazon.Runtime;
using AppFlow.Fluent.Benchmarks.Requests;

namespace AppFlow.Fluent.Benchmarks.Calls;

/// <summary>This library, as a program uses it: each call builds, validates and sends the request.</summary>
internal sealed class FluentCaller(Uri server) : ICaller
{
    private readonly AppFlowClient _client = new(new AppFlowClientOptions
    {
        Endpoint = server,
        Region = "us-east-1",
        Credentials = new BasicAWSCredentials("AKIDEXAMPLEEXAMPLEXX", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
    });

    public Task CallAsync() => SampleUpdate.Full().SendAsync(_client);

    public void Dispose() => _client.Dispose();
}
