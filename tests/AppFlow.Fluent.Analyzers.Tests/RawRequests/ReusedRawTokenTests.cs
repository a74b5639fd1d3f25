using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.RawRequests;

/// <summary>AFF1001 for requests of the AWS SDK.</summary>
public sealed class ReusedRawTokenTests
{
    [Theory]
    [InlineData("var one = new CreateIpamRequest { Description = name, ClientToken = {|AFF1001:\"x\"|} }; var two = new CreateIpamRequest { Description = zone, ClientToken = {|AFF1001:\"x\"|} }; await ec2.CreateIpamAsync(one); await ec2.CreateIpamAsync(two);")]
    [InlineData("Func<Task> one = () => ec2.CreateIpamAsync(new CreateIpamRequest { Description = name, ClientToken = {|AFF1001:\"x\"|} }); await one(); await ec2.CreateIpamAsync(new CreateIpamRequest { Description = zone, ClientToken = {|AFF1001:\"x\"|} });")]
    [InlineData("var used = \"x\"; await ec2.CreateIpamAsync(new CreateIpamRequest { Description = name, ClientToken = {|AFF1001:used|} }); await ec2.CreateIpamAsync(new CreateIpamRequest { Description = zone, ClientToken = {|AFF1001:$\"{\"x\"}\"|} });")]
    [InlineData("var plans = new List<CreateIpamRequest> { new() { Description = name, ClientToken = {|AFF1001:\"x\"|} } }; Use(plans); await ec2.CreateIpamAsync(new CreateIpamRequest { Description = zone, ClientToken = {|AFF1001:\"x\"|} });")]
    [InlineData("await ec2.CreateIpamAsync(new CreateIpamRequest { Description = name, ClientToken = size switch { 1 => {|AFF1001:\"x\"|}, _ => {|AFF1003:\"y\"|} } }); await ec2.CreateIpamAsync(new CreateIpamRequest { Description = zone, ClientToken = {|AFF1001:\"x\"|} });")]
    [InlineData("await dynamo.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = [new() { Put = new() { TableName = name } }], ClientRequestToken = {|AFF1001:\"x\"|} }); await dynamo.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = [new() { Put = new() { TableName = zone } }], ClientRequestToken = {|AFF1001:\"x\"|} });")]
    public Task One_constant_for_two_requests_is_reported_at_both_places(string statements) => RawProgram.BodyAsync(statements);

    [Theory]
    [InlineData("await ec2.CreateIpamAsync(new CreateIpamRequest { Description = name, ClientToken = Guid.NewGuid().ToString() }); await ec2.CreateIpamAsync(new CreateIpamRequest { Description = zone, ClientToken = Guid.NewGuid().ToString() });")]
    [InlineData("await ec2.CreateIpamAsync(new CreateIpamRequest { Description = name, ClientToken = token }); await ec2.CreateIpamAsync(new CreateIpamRequest { Description = zone, ClientToken = item.Token });")]
    [InlineData("await ec2.CreateIpamAsync(new CreateIpamRequest { Description = name, ClientToken = item.Id.ToString() }); await ec2.CreateIpamAsync(new CreateIpamRequest { Description = zone, ClientToken = $\"{item.Id}-2\" });")]
    [InlineData("await ec2.CreateIpamAsync(new CreateIpamRequest { Description = name, ClientToken = null }); await ec2.CreateIpamAsync(new CreateIpamRequest { Description = zone, ClientToken = null });")]
    [InlineData("await ec2.CreateIpamAsync(new CreateIpamRequest { Description = name }); await ec2.CreateIpamAsync(new CreateIpamRequest { Description = zone });")]
    [InlineData("await ec2.CreateIpamAsync(new CreateIpamRequest { Description = \"x\", ClientToken = token }); await ec2.CreateIpamAsync(new CreateIpamRequest { Description = \"x\", ClientToken = item.Token });")]
    [InlineData("await ec2.CreateIpamAsync(new CreateIpamRequest { Description = name, ClientToken = \"x\" + name }); await ec2.CreateIpamAsync(new CreateIpamRequest { Description = zone, ClientToken = \"x\" + zone });")]
    [InlineData("await ec2.CreateIpamAsync(new CreateIpamRequest { Description = name, ClientToken = Made() }); await ec2.CreateIpamAsync(new CreateIpamRequest { Description = zone, ClientToken = Made() });")]
    [InlineData("await ec2.CreateIpamAsync(new CreateIpamRequest { Description = name, ClientToken = token ?? \"x\" }); await ec2.CreateIpamAsync(new CreateIpamRequest { Description = zone, ClientToken = item.Token ?? \"x\" });")]
    [InlineData("await kms.DescribeKeyAsync(new DescribeKeyRequest { KeyId = \"x\" }); await kms.DescribeKeyAsync(new DescribeKeyRequest { KeyId = \"x\" });")]
    [InlineData("await sqs.ReceiveMessageAsync(new ReceiveMessageRequest(name) { ReceiveRequestAttemptId = \"x\" }); await sqs.ReceiveMessageAsync(new ReceiveMessageRequest(zone) { ReceiveRequestAttemptId = \"x\" });")]
    [InlineData("var one = new CreateIpamRequest { ClientToken = \"x\" }; one.ClientToken = token; var two = new CreateIpamRequest { ClientToken = \"x\" }; two.ClientToken = item.Token; await ec2.CreateIpamAsync(one); await ec2.CreateIpamAsync(two);")]
    [InlineData("var one = new CreateIpamRequest { ClientToken = \"x\" }; var two = new CreateIpamRequest { ClientToken = \"x\" }; Console.WriteLine(one.ClientToken + two.ClientToken);")]
    [InlineData("var one = new CreateIpamRequest { ClientToken = \"x\" }; if (one.ClientToken == \"x\" && new CreateIpamRequest { ClientToken = \"x\" }.ClientToken == one.ClientToken) { return; }")]
    [InlineData("var json = System.Text.Json.JsonSerializer.Serialize(new CreateIpamRequest { ClientToken = \"x\" }) + System.Text.Json.JsonSerializer.Serialize(new CreateIpamRequest { ClientToken = \"x\" });")]
    [InlineData("await s3.PutObjectAsync(new PutObjectRequest { BucketName = \"x\", Key = \"x\", ContentBody = name }); await s3.PutObjectAsync(new PutObjectRequest { BucketName = \"x\", Key = \"x\", ContentBody = zone });")]
    public Task Values_that_are_not_constant_not_tokens_or_not_sent_are_silent(string statements) => RawProgram.BodyAsync(statements);

    [Fact]
    public Task In_a_test_class_each_member_has_its_own_tokens() => RawProgram.FilesAsync("""
        namespace Xunit
        {
            public sealed class FactAttribute : Attribute { }
        }

        public class LaunchTests
        {
            private readonly IAmazonEC2 ec2 = null!;

            [Xunit.Fact]
            public Task One() => ec2.CreateIpamAsync(new CreateIpamRequest { Description = "one", ClientToken = "x" });

            [Xunit.Fact]
            public Task Two() => ec2.CreateIpamAsync(new CreateIpamRequest { Description = "two", ClientToken = "x" });

            [Xunit.Fact]
            public async Task Both()
            {
                await ec2.CreateIpamAsync(new CreateIpamRequest { Description = "one", ClientToken = {|AFF1001:"x"|} });
                await ec2.CreateIpamAsync(new CreateIpamRequest { Description = "two", ClientToken = {|AFF1001:"x"|} });
            }
        }
        """);
}
