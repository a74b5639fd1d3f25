using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.RawRequests;

/// <summary>Mistakes that users reported for services and libraries, in short.</summary>
public sealed class ReportedMistakeTests
{
    [Theory]
    [InlineData("await s3.GetObjectAsync(new GetObjectRequest { BucketName = name, Key = {|AFF2003:null|} });")]
    [InlineData("await s3.PutObjectAsync(new PutObjectRequest { BucketName = {|AFF2003:null|}, Key = zone, ContentBody = name });")]
    [InlineData("var request = new CopyObjectRequest { SourceKey = name, DestinationBucket = zone, DestinationKey = name }; if (token is not null) { request.SourceBucket = token; } await s3.{|AFF2002:CopyObjectAsync|}(request);")]
    [InlineData("foreach (var each in items) { await sqs.SendMessageAsync(new SendMessageRequest(name, each.Name) { MessageGroupId = zone, MessageDeduplicationId = {|AFF1002:token|} }); }")]
    [InlineData("await ec2.RunInstancesAsync(new RunInstancesRequest(name, 1, 1) { ClientToken = {|AFF1001:\"deploy\"|} }); await ec2.RunInstancesAsync(new RunInstancesRequest(zone, 1, 1) { ClientToken = {|AFF1001:\"deploy\"|} });")]
    [InlineData("await ec2.RunInstancesAsync(new RunInstancesRequest(name, 1, 1) { ClientToken = {|AFF1003:\"deploy\"|} }); await ec2.CreateVolumeAsync(new CreateVolumeRequest(zone, 8) { ClientToken = {|AFF1003:\"deploy\"|} });")]
    [InlineData("var request = new RunInstancesRequest(name, 1, 1); while (true) { try { await ec2.{|AFF1004:RunInstancesAsync|}(request); break; } catch (AmazonServiceException) { await Task.Delay(1000, ct); } }")]
    [InlineData("var request = new RunInstancesRequest(name, 1, 1); while (true) { try { await ec2.RunInstancesAsync(request); break; } catch (AmazonEC2Exception e) when (e.ErrorCode == \"InsufficientInstanceCapacity\") { await Task.Delay(1000, ct); } }")]
    [InlineData("var request = new RunInstancesRequest(name, 1, 1) { ClientToken = Guid.NewGuid().ToString() }; await Retry(() => ec2.RunInstancesAsync(request)); async Task Retry(Func<Task> send) { while (true) { try { await send(); return; } catch (AmazonServiceException) { } } }")]
    [InlineData("await ec2.CreateIpamAsync(new CreateIpamRequest { Description = name, ClientToken = Reference }); await ec2.CreateIpamAsync(new CreateIpamRequest { Description = zone, ClientToken = Reference });")]
    public Task A_mistake_is_found_and_its_corrected_form_is_silent(string statements) => RawProgram.BodyAsync(statements, "private static string Reference { get { return Guid.NewGuid().ToString(); } }");

    [Theory]
    [InlineData("await cloudWatch.{|AFF2001:PutMetricDataAsync|}(new PutMetricDataRequest { MetricData = [new() { MetricName = name }] });")]
    [InlineData("await iam.{|AFF2001:CreatePolicyAsync|}(new CreatePolicyRequest { PolicyDocument = name });")]
    [InlineData("await route53.CreateHostedZoneAsync(new CreateHostedZoneRequest { Name = name, CallerReference = {|AFF1005:DateTime.Now.ToString()|} });")]
    public async Task Both_SDK_versions_are_covered(string statements)
    {
        await StandIns.JudgeAsync(statements, AwsSdk.V3);
        await StandIns.JudgeAsync(statements, AwsSdk.V4);
    }

    [Fact]
    public Task Listed_tokens_are_checked_even_if_SDK_requests_are_turned_off() => RawProgram.NamedFilesAsync(
        AwsSdk.V4,
        (".editorconfig", "root = true\n[*.cs]\nappflow_fluent.aws_sdk_requests = false\n"),
        ("IdempotencyTokens.txt", "P:Pay.Options.Key\n"),
        ("/Uses.cs", """
            namespace Pay
            {
                public class Options { public string? Key { get; set; } }
            }

            public class Uses(IAmazonEC2 ec2)
            {
                public Task Raw() => ec2.RunInstancesAsync(new RunInstancesRequest { ClientToken = "deploy" });

                public object Listed() => new Pay.Options { Key = {|AFF1003:"pay"|} };
            }
            """));
}
