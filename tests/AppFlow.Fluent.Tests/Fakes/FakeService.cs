using Amazon.Runtime;
using AppFlow.Fluent.Client.Settings;
using Microsoft.Extensions.Logging;

namespace AppFlow.Fluent.Tests.Fakes;

/// <summary>Clients whose network is a <see cref="RecordingHandler"/>; they make one attempt by default.</summary>
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
        TimeProvider? clock = null,
        int? maxAttempts = 1) => new(new AppFlowClientOptions
        {
            Region = "us-east-1",
            Endpoint = endpoint ?? Endpoint,
            Credentials = credentials ?? new BasicAWSCredentials(AccessKey, SecretKey),
            HttpClient = new HttpClient(network, disposeHandler: false),
            TimeProvider = clock,
            MaxAttempts = maxAttempts,
        });

    /// <summary>A client with default retries, in an empty environment, with controlled randomness and time.</summary>
    public static AppFlowClient RetryingClient(
        HttpMessageHandler network,
        TimeProvider time,
        double random = 0.5,
        int? maxAttempts = null,
        ILoggerFactory? loggers = null,
        Uri? endpoint = null,
        AWSCredentials? credentials = null) => new(
            new AppFlowClientOptions
            {
                Endpoint = endpoint ?? Endpoint,
                Credentials = credentials ?? new BasicAWSCredentials(AccessKey, SecretKey),
                HttpClient = new HttpClient(network, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan },
                TimeProvider = time,
                AttemptTimeout = Timeout.InfiniteTimeSpan,
                MaxAttempts = maxAttempts,
                LoggerFactory = loggers,
            },
            Nothing,
            () => random);

    /// <summary>An empty environment.</summary>
    public static AmbientSettings Nothing => AmbientSettings.None;
}
