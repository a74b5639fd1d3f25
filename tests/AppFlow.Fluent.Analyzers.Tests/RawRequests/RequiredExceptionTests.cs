using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.RawRequests;

/// <summary>Properties that the SDK fills in although the metadata requires them.</summary>
public sealed class RequiredExceptionTests
{
    [Theory]
    [InlineData("Glacier", "ListVaultsRequest", "AccountId", "", true)]
    [InlineData("EC2Like", "ListVaultsRequest", "AccountId", "", false)]
    [InlineData("MachineLearning", "CreateEvaluationRequest", "EvaluationId", "", true)]
    [InlineData("MachineLearning", "CreateMLModelRequest", "MLModelId", "", true)]
    [InlineData("MachineLearning", "CreateBatchPredictionRequest", "BatchPredictionId", "", true)]
    [InlineData("MachineLearning", "CreateDataSourceFromS3Request", "DataSourceId", "", true)]
    [InlineData("MachineLearning", "GetEvaluationRequest", "EvaluationId", "", false)]
    [InlineData("ElasticLoadBalancing", "SetLoadBalancerPoliciesOfListenerRequest", "PolicyNames", "", true)]
    [InlineData("ElasticLoadBalancing", "SetLoadBalancerPoliciesForBackendServerRequest", "PolicyNames", "", true)]
    [InlineData("ElasticLoadBalancing", "DeleteLoadBalancerPolicyRequest", "PolicyNames", "", false)]
    [InlineData("S3Like", "PutObjectRequest", "Key", "FilePath", false)]
    [InlineData("CloudSearchDomain", "UploadDocumentsRequest", "Documents", "FilePath", true)]
    [InlineData("CloudSearchDomain", "UploadDocumentsRequest", "Documents", "", false)]
    [InlineData("Lambda", "InvokeAsyncRequest", "InvokeArgsStream", "InvokeArgs", true)]
    [InlineData("Lambda", "InvokeAsyncRequest", "InvokeArgsStream", "", false)]
    [InlineData("AutoScaling", "PutScheduledActionRequest", "StartTimeUtc", "StartTime", true)]
    [InlineData("AutoScaling", "PutScheduledActionRequest", "StartTimeUtc", "EndTime", false)]
    [InlineData("AutoScaling", "PutScheduledActionRequest", "StartTimeZone", "StartTime", false)]
    public Task Properties_that_the_SDK_fills_in_may_be_omitted(string service, string request, string required, string set, bool isSilent)
    {
        var operation = request[..^"Request".Length];
        return RawProgram.FilesAsync(AwsSdk.V3, $$"""
            namespace Amazon.{{service}}.Model
            {
                public class {{request}} : AmazonWebServiceRequest
                {
                    [AWSProperty(Required = true)]
                    public string {{required}} { get; set; } = null!;

                    public string {{(set.Length == 0 ? "Other" : set)}} { get; set; } = null!;
                }
            }

            namespace Amazon.{{service}}
            {
                public interface IAmazonThing : IAmazonService
                {
                    Task<AmazonWebServiceResponse> {{operation}}Async(Model.{{request}} request, CancellationToken cancellationToken = default);
                }
            }

            public class Uses(Amazon.{{service}}.IAmazonThing client)
            {
                public Task Send(string value) => client.{{(isSilent ? $"{operation}Async" : $"{{|AFF2001:{operation}Async|}}")}}(new Amazon.{{service}}.Model.{{request}} { {{(set.Length == 0 ? "Other" : set)}} = value });
            }
            """);
    }

    [Theory]
    [InlineData("new PutObjectRequest { BucketName = name, FilePath = zone }", "PutObjectAsync")]
    [InlineData("new PutObjectRequest { BucketName = name, FilePath = zone, Key = null }", "PutObjectAsync")]
    [InlineData("new PutObjectRequest { BucketName = name, ContentBody = zone }", "{|AFF2001:PutObjectAsync|}")]
    [InlineData("new PutObjectRequest { BucketName = name, FilePath = null }", "{|AFF2001:PutObjectAsync|}")]
    public Task S3_names_an_object_after_its_file(string request, string send) => RawProgram.BodyAsync($"await s3.{send}({request});");

    [Fact]
    public Task An_obsolete_time_property_also_sets_the_UTC_one() => RawProgram.FilesAsync(AwsSdk.V3, """
        namespace Amazon.CloudWatchLike.Model
        {
            public class GetMetricStatisticsRequest : AmazonWebServiceRequest
            {
                [Obsolete("Use StartTimeUtc.")]
                public DateTime StartTime { get; set; }

                [AWSProperty(Required = true)]
                public DateTime StartTimeUtc { get; set; }
            }
        }

        namespace Amazon.CloudWatchLike
        {
            public interface IAmazonThing : IAmazonService
            {
                Task<AmazonWebServiceResponse> GetMetricStatisticsAsync(Model.GetMetricStatisticsRequest request, CancellationToken cancellationToken = default);
            }
        }

        public class Uses(Amazon.CloudWatchLike.IAmazonThing client)
        {
            public Task Old(DateTime time) => client.GetMetricStatisticsAsync(new Amazon.CloudWatchLike.Model.GetMetricStatisticsRequest { StartTime = time });

            public Task New(DateTime time) => client.GetMetricStatisticsAsync(new Amazon.CloudWatchLike.Model.GetMetricStatisticsRequest { StartTimeUtc = time });

            public Task None() => client.{|AFF2001:GetMetricStatisticsAsync|}(new Amazon.CloudWatchLike.Model.GetMetricStatisticsRequest());
        }
        """);
}
