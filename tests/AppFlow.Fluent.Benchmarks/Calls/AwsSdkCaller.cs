using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using AppFlow.Fluent.Benchmarks.Requests;

namespace AppFlow.Fluent.Benchmarks.Calls;

/// <summary>
/// The peer: the AWS SDK's whole pipeline. Its AppFlow client is no package that is served everywhere, so an operation of DynamoDB
/// stands in whose body is as flat and as long, with a client token that the SDK fills in.
/// </summary>
internal sealed class AwsSdkCaller(Uri server) : ICaller
{
    private readonly AmazonDynamoDBClient _client = new(
        new BasicAWSCredentials("AKIDEXAMPLEEXAMPLEXX", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
        new AmazonDynamoDBConfig { ServiceURL = server.AbsoluteUri, AuthenticationRegion = "us-east-1" });

    public async Task CallAsync() => await _client.ExportTableToPointInTimeAsync(new ExportTableToPointInTimeRequest
    {
        TableArn = "arn:aws:dynamodb:eu-central-1:123456789012:table/orders-of-the-shop",
        S3Bucket = SampleUpdate.Label,
        S3Prefix = SampleUpdate.Description,
    });

    public void Dispose() => _client.Dispose();
}
