using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using AppFlow.Fluent.Benchmarks.Probes;

// Region and credentials come from the environment.
using var client = new AmazonDynamoDBClient(new AmazonDynamoDBConfig { ServiceURL = args[0] });
await client.ExportTableToPointInTimeAsync(new ExportTableToPointInTimeRequest
{
    TableArn = "arn:aws:dynamodb:us-east-1:123456789012:table/orders",
    S3Bucket = "orders",
});
Answered.Now();
