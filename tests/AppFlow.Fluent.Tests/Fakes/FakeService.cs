using Amazon.Runtime;

namespace AppFlow.Fluent.Tests.Fakes;

/// <summary>Clients whose network is a <see cref="RecordingHandler"/>.</summary>
internal static class FakeService
{
    public const string AccessKey = "AKIDEXAMPLE";
    public const string SecretKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    public const string SessionToken = "IQoJb3JpZ2luX2VjEXAMPLE//////////wEaCXVzLWVhc3QtMSJHMEUCIQD+/=";

    public static readonly Uri Endpoint = new("https://appflow.example.com");

    public static AppFlowClient Client(
        HttpMessageHandler network,
        AWSCredentials? credentials = null,
        Uri? endpoint = null,
        TimeProvider? clock = null) => new(new AppFlowClientOptions
        {
            Region = "us-east-1",
            Endpoint = endpoint ?? Endpoint,
            Credentials = credentials ?? new BasicAWSCredentials(AccessKey, SecretKey),
            HttpClient = new HttpClient(network, disposeHandler: false),
            TimeProvider = clock,
        });
}
