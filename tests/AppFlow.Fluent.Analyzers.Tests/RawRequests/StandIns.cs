namespace AppFlow.Fluent.Analyzers.Tests.RawRequests;

/// <summary>Services without packages in the tests, with the types and metadata of their packages.</summary>
internal static class StandIns
{
    private const string Services = """
        namespace Amazon.SecretsManager.Model
        {
            public class CreateSecretRequest : AmazonWebServiceRequest
            {
                [AWSProperty(Required = true, Min = 1)]
                public string? Name { get; set; }

                public string? SecretString { get; set; }

                public string? ClientRequestToken { get; set; }
            }
        }

        namespace Amazon.SecretsManager
        {
            public interface IAmazonSecretsManager : IAmazonService
            {
                Task<AmazonWebServiceResponse> CreateSecretAsync(Model.CreateSecretRequest request, CancellationToken cancellationToken = default);

                AmazonWebServiceResponse CreateSecret(Model.CreateSecretRequest request);
            }
        }

        namespace Amazon.Route53.Model
        {
            public class CreateHostedZoneRequest : AmazonWebServiceRequest
            {
                [AWSProperty(Required = true)]
                public string? CallerReference { get; set; }

                [AWSProperty(Required = true)]
                public string? Name { get; set; }
            }
        }

        namespace Amazon.Route53
        {
            public interface IAmazonRoute53 : IAmazonService
            {
                Task<AmazonWebServiceResponse> CreateHostedZoneAsync(Model.CreateHostedZoneRequest request, CancellationToken cancellationToken = default);

                IAsyncResult BeginCreateHostedZone(Model.CreateHostedZoneRequest request, AsyncCallback callback, object? state);
            }
        }

        namespace Amazon.CloudWatch.Model
        {
            public class MetricDatum
            {
                [AWSProperty(Required = true)]
                public string? MetricName { get; set; }
            }

            public class PutMetricDataRequest : AmazonWebServiceRequest
            {
                [AWSProperty(Required = true)]
                public string? Namespace { get; set; }

                [AWSProperty(Required = true)]
                public List<MetricDatum> MetricData { get; set; } = new();
            }
        }

        namespace Amazon.CloudWatch
        {
            public interface IAmazonCloudWatch : IAmazonService
            {
                Task<AmazonWebServiceResponse> PutMetricDataAsync(Model.PutMetricDataRequest request, CancellationToken cancellationToken = default);

                AmazonWebServiceResponse PutMetricData(Model.PutMetricDataRequest request);
            }
        }

        namespace Amazon.IdentityManagement.Model
        {
            public class CreatePolicyRequest : AmazonWebServiceRequest
            {
                [AWSProperty(Required = true)]
                public string? PolicyName { get; set; }

                [AWSProperty(Required = true)]
                public string? PolicyDocument { get; set; }
            }
        }

        namespace Amazon.IdentityManagement
        {
            public interface IAmazonIdentityManagementService : IAmazonService
            {
                Task<AmazonWebServiceResponse> CreatePolicyAsync(Model.CreatePolicyRequest request, CancellationToken cancellationToken = default);
            }
        }
        """;

    /// <summary>Checks the statements of an async method with clients of these services.</summary>
    public static Task JudgeAsync(string statements, AwsSdk sdk) => RawProgram.FilesAsync(sdk, Services, $$"""
        using Amazon.CloudWatch;
        using Amazon.CloudWatch.Model;
        using Amazon.IdentityManagement;
        using Amazon.IdentityManagement.Model;
        using Amazon.Route53;
        using Amazon.Route53.Model;
        using Amazon.SecretsManager;
        using Amazon.SecretsManager.Model;

        public class Uses(IAmazonSecretsManager secrets, IAmazonRoute53 route53, IAmazonCloudWatch cloudWatch, IAmazonIdentityManagementService iam)
        {
            public async Task Run(string name, string zone, string? token, bool flag, IReadOnlyList<string> names, Action<object> use)
            {
                {{statements}}
                await Task.Yield();
            }
        }
        """);
}
