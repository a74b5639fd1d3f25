using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.RawRequests;

/// <summary>AFF1004 for requests of the AWS SDK.</summary>
public sealed class RetriedRawRequestTests
{
    [Theory]
    [InlineData("await ec2.{|AFF1004:CreateIpamAsync|}(new CreateIpamRequest { Description = name });", "catch (AmazonServiceException)")]
    [InlineData("await ec2.{|AFF1004:CreateIpamAsync|}(new CreateIpamRequest { Description = name });", "catch (AmazonEC2Exception)")]
    [InlineData("await ec2.{|AFF1004:CreateIpamAsync|}(new CreateIpamRequest { Description = name });", "catch (Exception)")]
    [InlineData("await ec2.{|AFF1004:CreateIpamAsync|}(new CreateIpamRequest { Description = name });", "catch (AmazonClientException)")]
    [InlineData("await ec2.{|AFF1004:CreateIpamAsync|}(new CreateIpamRequest { Description = name });", "catch (System.Net.Http.HttpRequestException)")]
    [InlineData("await ec2.{|AFF1004:CreateIpamAsync|}(new CreateIpamRequest { Description = name });", "catch (AmazonEC2Exception e) when (e.ErrorCode == \"RequestLimitExceeded\")")]
    [InlineData("await ec2.{|AFF1004:CreateIpamAsync|}(new CreateIpamRequest { Description = name });", "catch (AmazonEC2Exception e) when (e.ErrorCode == \"ServiceUnavailable\" || e.ErrorCode == \"InternalError\")")]
    [InlineData("await ec2.{|AFF1004:CreateIpamAsync|}(new CreateIpamRequest { Description = name });", "catch (AmazonEC2Exception e) when (e.ErrorCode != \"InvalidVpcID.NotFound\")")]
    [InlineData("await ec2.{|AFF1004:CreateIpamAsync|}(new CreateIpamRequest { Description = name, ClientToken = Guid.NewGuid().ToString() });", "catch (AmazonServiceException)")]
    [InlineData("var used = Guid.NewGuid().ToString(); await ec2.{|AFF1004:CreateIpamAsync|}(new CreateIpamRequest { Description = name, ClientToken = used });", "catch (AmazonServiceException)")]
    [InlineData("await ec2.{|AFF1004:CreateIpamAsync|}(new CreateIpamRequest { Description = name, ClientToken = $\"{name}-{attempt}\" });", "catch (AmazonServiceException)")]
    [InlineData("await dynamo.{|AFF1004:TransactWriteItemsAsync|}(new TransactWriteItemsRequest { TransactItems = [new() { Put = new() { TableName = name } }] });", "catch (ProvisionedThroughputExceededException)")]
    [InlineData("await dynamo.{|AFF1004:TransactWriteItemsAsync|}(new TransactWriteItemsRequest { TransactItems = [new() { Put = new() { TableName = name } }] });", "catch (Amazon.DynamoDBv2.Model.InternalServerErrorException)")]
    [InlineData("await ec2.{|AFF1004:CreateFlowLogsAsync|}(new CreateFlowLogsRequest { ResourceIds = [name], ResourceType = FlowLogsResourceType.VPC, ClientToken = Guid.NewGuid().ToString() });", "catch (AmazonServiceException)")]
    public Task A_retry_with_another_token_is_reported_at_the_send(string send, string handler) => RawProgram.BodyAsync(Retry(send, handler));

    [Theory]
    [InlineData("await ec2.CreateIpamAsync(new CreateIpamRequest { Description = name, ClientToken = token });", "catch (AmazonServiceException)")]
    [InlineData("await ec2.CreateIpamAsync(new CreateIpamRequest { Description = name });", "catch (AmazonEC2Exception e) when (e.ErrorCode == \"InsufficientInstanceCapacity\")")]
    [InlineData("await ec2.CreateIpamAsync(new CreateIpamRequest { Description = name });", "catch (AmazonEC2Exception e) when (e.ErrorCode is \"InvalidVpcID.NotFound\" or \"InsufficientFreeAddressesInSubnet\")")]
    [InlineData("await dynamo.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = [new()] });", "catch (TransactionCanceledException)")]
    [InlineData("await dynamo.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = [new()] });", "catch (Amazon.DynamoDBv2.Model.ResourceNotFoundException)")]
    [InlineData("await dynamo.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = [new()] });", "catch (ConditionalCheckFailedException)")]
    [InlineData("await ec2.CreateFlowLogsAsync(new CreateFlowLogsRequest { ResourceIds = [name], ResourceType = FlowLogsResourceType.VPC });", "catch (AmazonServiceException)")]
    [InlineData("await ssm.StartAutomationExecutionAsync(new StartAutomationExecutionRequest { DocumentName = name });", "catch (AmazonServiceException)")]
    [InlineData("await sqs.SendMessageAsync(new SendMessageRequest(name, zone) { MessageDeduplicationId = Guid.NewGuid().ToString() });", "catch (AmazonServiceException)")]
    [InlineData("await sqs.SendMessageAsync(new SendMessageRequest(name, zone));", "catch (AmazonServiceException)")]
    [InlineData("await dynamo.PutItemAsync(new PutItemRequest(name, new()));", "catch (AmazonServiceException)")]
    [InlineData("await s3.GetObjectAsync(new GetObjectRequest { BucketName = name, Key = zone });", "catch (AmazonS3Exception)")]
    [InlineData("await ec2.CreateIpamAsync(new CreateIpamRequest { Description = Made() });", "catch (AmazonServiceException)")]
    [InlineData("var request = new CreateIpamRequest(); Use(request); await ec2.CreateIpamAsync(request);", "catch (AmazonServiceException)")]
    [InlineData("await ec2.CreateIpamAsync(new CreateIpamRequest { Description = name, ClientToken = Made() });", "catch (AmazonServiceException)")]
    [InlineData("await ec2.CreateIpamAsync(new CreateIpamRequest { Description = name });", "catch (ArgumentException)")]
    public Task A_retry_that_keeps_its_token_or_cannot_apply_twice_is_silent(string send, string handler) => RawProgram.BodyAsync(Retry(send, handler));

    [Theory]
    [InlineData("var request = new CreateIpamRequest { ClientToken = Guid.NewGuid().ToString() };")]
    [InlineData("var request = new CreateIpamRequest(); request.ClientToken = Guid.NewGuid().ToString();")]
    [InlineData("var request = new CreateIpamRequest(); if (token is not null) { request.ClientToken = token; }")]
    public Task One_object_with_its_token_is_silent(string before) =>
        RawProgram.BodyAsync(before + Retry("await ec2.CreateIpamAsync(request);", "catch (AmazonServiceException)"));

    [Fact]
    public Task One_object_without_a_token_gets_a_new_one_at_each_attempt() =>
        RawProgram.BodyAsync("var request = new CreateIpamRequest();" + Retry("await ec2.{|AFF1004:CreateIpamAsync|}(request);", "catch (AmazonServiceException)"));

    [Fact]
    public Task A_retry_within_a_loop_of_other_requests_is_a_retry() => RawProgram.BodyAsync($$"""
        foreach (var each in items)
        {
            {{Retry("await ec2.{|AFF1004:CreateIpamAsync|}(new CreateIpamRequest { Description = each.Name }); break;", "catch (AmazonServiceException)")}}
        }
        """);

    [Fact]
    public Task A_request_with_its_token_that_a_retrying_lambda_captures_is_silent() => RawProgram.BodyAsync(
        "var request = new CreateIpamRequest { ClientToken = token }; await Retry(() => ec2.CreateIpamAsync(request));",
        """
        private static async Task<T> Retry<T>(Func<Task<T>> send)
        {
            while (true)
            {
                try { return await send(); }
                catch (AmazonServiceException) { await Task.Delay(1000); }
            }
        }
        """);

    [Fact]
    public Task A_token_that_the_SDK_writes_into_the_object_is_kept() => RawProgram.FilesAsync(AwsSdk.V3, """
        namespace Amazon.ElasticFileSystem.Model
        {
            public class CreateFileSystemRequest : AmazonWebServiceRequest
            {
                public string? CreationToken { get; set; }

                public bool? Encrypted { get; set; }
            }
        }

        namespace Amazon.ElasticFileSystem
        {
            public interface IAmazonElasticFileSystem : IAmazonService
            {
                Task<AmazonWebServiceResponse> CreateFileSystemAsync(Model.CreateFileSystemRequest request, CancellationToken cancellationToken = default);
            }
        }

        public class Uses(Amazon.ElasticFileSystem.IAmazonElasticFileSystem efs)
        {
            public async Task One()
            {
                var request = new Amazon.ElasticFileSystem.Model.CreateFileSystemRequest { Encrypted = true };
                while (true)
                {
                    try { await efs.CreateFileSystemAsync(request); return; }
                    catch (AmazonServiceException) { await Task.Delay(1000); }
                }
            }

            public async Task EachTime()
            {
                while (true)
                {
                    try { await efs.{|AFF1004:CreateFileSystemAsync|}(new Amazon.ElasticFileSystem.Model.CreateFileSystemRequest { Encrypted = true }); return; }
                    catch (AmazonServiceException) { await Task.Delay(1000); }
                }
            }
        }
        """);

    private static string Retry(string send, string handler) => $$"""

        for (var attempt = 0; attempt < 3; attempt++)
        {
            try
            {
                {{send}}
                {{(send.Contains("break;", StringComparison.Ordinal) ? "" : "return;")}}
            }
            {{handler}}
            {
                await Task.Delay(1000, ct);
            }
        }

        """;
}
