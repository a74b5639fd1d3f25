using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using AppFlow.Fluent.Benchmarks.Requests;

namespace AppFlow.Fluent.Benchmarks.Calls;

/// <summary>
/// The comparison: the AWS SDK's whole pipeline. Its AppFlow client package is not available everywhere, so a DynamoDB operation with an
/// equally flat and long body replaces it, with a client token that the SDK generates.
/// </summary>
internal sealed class AwsSdkCaller(Uri server) : ICaller
{
    private readonly AmazonDynamoDBClient _client = new(
        new BasicAWSCredentials("AKIDEXAMPLEEXAMPLEXX", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
        new AmazonDynamoDBConfig { ServiceURL = server.AbsoluteUri, AuthenticationRegion = "us-east-1" });

    public Task CallAsync() => _client.ExportTableToPointInTimeAsync(new ExportTableToPointInTimeRequest
    {
        TableArn = "arn:aws:dynamodb:eu-central-1:123456789012:table/orders-of-the-shop",
        S3Bucket = SampleUpdate.Label,
        S3Prefix = SampleUpdate.Description,
    });

    public void Dispose() => _client.Dispose();
}
