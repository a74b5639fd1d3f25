using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.RawRequests;

/// <summary>Tokens of objects that are parts of requests: the creation is the place, the type the operation.</summary>
public sealed class NestedTokenTests
{
    private const string CloudFront = """
        namespace Amazon.CloudFront.Model
        {
            public class InvalidationBatch
            {
                public InvalidationBatch() { }

                public InvalidationBatch(string[] paths, string callerReference) { Paths = paths; CallerReference = callerReference; }

                public string? CallerReference { get; set; }

                public string[]? Paths { get; set; }
            }

            public class CreateInvalidationRequest : AmazonWebServiceRequest
            {
                public string? DistributionId { get; set; }

                public InvalidationBatch? InvalidationBatch { get; set; }
            }
        }

        namespace Amazon.CloudFront
        {
            public interface IAmazonCloudFront : IAmazonService
            {
                Task<AmazonWebServiceResponse> CreateInvalidationAsync(Model.CreateInvalidationRequest request, CancellationToken cancellationToken = default);
            }
        }
        """;

    [Theory]
    [InlineData("await cloudFront.CreateInvalidationAsync(new CreateInvalidationRequest { InvalidationBatch = new InvalidationBatch { CallerReference = {|AFF1003:\"all\"|} } });")]
    [InlineData("await cloudFront.CreateInvalidationAsync(new CreateInvalidationRequest { InvalidationBatch = new InvalidationBatch([\"/*\"], {|AFF1003:\"all\"|}) });")]
    [InlineData("var batch = new InvalidationBatch { CallerReference = {|AFF1005:DateTime.Now.ToString()|} }; await cloudFront.CreateInvalidationAsync(new CreateInvalidationRequest { InvalidationBatch = batch });")]
    [InlineData("var batch = new InvalidationBatch(); batch.CallerReference = {|AFF1003:\"all\"|}; await cloudFront.CreateInvalidationAsync(new CreateInvalidationRequest { InvalidationBatch = batch });")]
    [InlineData("var request = new CreateInvalidationRequest(); request.InvalidationBatch = new() { CallerReference = {|AFF1003:\"all\"|} }; await cloudFront.CreateInvalidationAsync(request);")]
    [InlineData("foreach (var path in paths) { await cloudFront.CreateInvalidationAsync(new CreateInvalidationRequest { InvalidationBatch = new() { Paths = [path], CallerReference = {|AFF1002:token|} } }); }")]
    [InlineData("await Send(new InvalidationBatch { Paths = [\"/a\"], CallerReference = {|AFF1001:\"all\"|} }); await Send(new InvalidationBatch { Paths = [\"/b\"], CallerReference = {|AFF1001:\"all\"|} }); Task Send(InvalidationBatch batch) => cloudFront.CreateInvalidationAsync(new CreateInvalidationRequest { InvalidationBatch = batch });")]
    [InlineData("foreach (var path in paths) { var batch = new InvalidationBatch { Paths = [path] }; batch.CallerReference = {|AFF1002:token|}; await cloudFront.CreateInvalidationAsync(new CreateInvalidationRequest { InvalidationBatch = batch }); }")]
    [InlineData("foreach (var path in paths) { var batch = new InvalidationBatch(); batch.CallerReference = {|AFF1002:token|}; batch.Paths = [path]; await cloudFront.CreateInvalidationAsync(new CreateInvalidationRequest { InvalidationBatch = batch }); }")]
    [InlineData("var one = new InvalidationBatch { Paths = [\"/a\"] }; one.CallerReference = token; var two = new InvalidationBatch { Paths = [\"/b\"] }; two.CallerReference = {|AFF1002:token|}; await cloudFront.CreateInvalidationAsync(new CreateInvalidationRequest { InvalidationBatch = one }); await cloudFront.CreateInvalidationAsync(new CreateInvalidationRequest { InvalidationBatch = two });")]
    [InlineData("var one = new InvalidationBatch { Paths = [\"/a\"] }; one.CallerReference = {|AFF1001:\"all\"|}; var two = new InvalidationBatch { Paths = [\"/b\"] }; two.CallerReference = {|AFF1001:\"all\"|}; await cloudFront.CreateInvalidationAsync(new CreateInvalidationRequest { InvalidationBatch = one }); await cloudFront.CreateInvalidationAsync(new CreateInvalidationRequest { InvalidationBatch = two });")]
    public Task A_token_of_a_part_is_judged(string statements) => JudgeAsync(statements);

    [Theory]
    [InlineData("var batch = new InvalidationBatch { CallerReference = \"all\" };")]
    [InlineData("await cloudFront.CreateInvalidationAsync(new CreateInvalidationRequest { InvalidationBatch = new InvalidationBatch { CallerReference = token } });")]
    [InlineData("await cloudFront.CreateInvalidationAsync(new CreateInvalidationRequest { InvalidationBatch = new InvalidationBatch { CallerReference = Guid.NewGuid().ToString() } });")]
    [InlineData("foreach (var path in paths) { await cloudFront.CreateInvalidationAsync(new CreateInvalidationRequest { InvalidationBatch = new() { Paths = [path], CallerReference = path } }); }")]
    [InlineData("while (true) { try { await cloudFront.CreateInvalidationAsync(new CreateInvalidationRequest { InvalidationBatch = new() { CallerReference = Guid.NewGuid().ToString() } }); return; } catch (AmazonServiceException) { } }")]
    [InlineData("foreach (var path in paths) { var batch = new InvalidationBatch { Paths = [path] }; batch.CallerReference = path; await cloudFront.CreateInvalidationAsync(new CreateInvalidationRequest { InvalidationBatch = batch }); }")]
    [InlineData("foreach (var path in paths) { var batch = new InvalidationBatch { Paths = [path] }; batch.CallerReference = Guid.NewGuid().ToString(); await cloudFront.CreateInvalidationAsync(new CreateInvalidationRequest { InvalidationBatch = batch }); }")]
    [InlineData("var batch = new InvalidationBatch { Paths = [\"/a\"] }; batch.CallerReference = token; foreach (var path in paths) { await cloudFront.CreateInvalidationAsync(new CreateInvalidationRequest { InvalidationBatch = batch }); }")]
    [InlineData("var one = new InvalidationBatch { Paths = [token] }; one.CallerReference = token; var two = new InvalidationBatch { Paths = [token] }; two.CallerReference = token; await cloudFront.CreateInvalidationAsync(new CreateInvalidationRequest { InvalidationBatch = one }); await cloudFront.CreateInvalidationAsync(new CreateInvalidationRequest { InvalidationBatch = two });")]
    [InlineData("foreach (var path in paths) { var batch = new InvalidationBatch { Paths = [path] }; batch.CallerReference = token; Console.WriteLine(batch.CallerReference); }")]
    [InlineData("foreach (var path in paths) { var batch = new InvalidationBatch { Paths = await Task.FromResult(new[] { \"/*\" }) }; batch.CallerReference = token; await cloudFront.CreateInvalidationAsync(new CreateInvalidationRequest { InvalidationBatch = batch }); }")]
    public Task Parts_that_reach_no_request_or_are_correct_are_silent(string statements) => JudgeAsync(statements);

    [Fact]
    public Task Entries_of_a_message_batch_have_their_own_tokens() => RawProgram.BodyAsync("""
        var entries = new List<SendMessageBatchRequestEntry>();
        foreach (var each in items)
        {
            entries.Add(new SendMessageBatchRequestEntry { Id = each.Name, MessageBody = each.Name, MessageDeduplicationId = {|AFF1002:token|} });
        }

        await sqs.SendMessageBatchAsync(new SendMessageBatchRequest { QueueUrl = name, Entries = entries });
        """);

    [Fact]
    public Task An_entry_that_gets_its_id_later_is_one_of_many() => RawProgram.BodyAsync("""
        var request = new SendMessageBatchRequest { QueueUrl = name, Entries = new List<SendMessageBatchRequestEntry>() };
        foreach (var each in items)
        {
            var entry = new SendMessageBatchRequestEntry(each.Name, each.Name) { MessageGroupId = zone };
            if (flag)
            {
                entry.MessageDeduplicationId = {|AFF1002:token|};
            }

            request.Entries.Add(entry);
        }

        await sqs.SendMessageBatchAsync(request);
        """);

    private static Task JudgeAsync(string statements) => RawProgram.FilesAsync(AwsSdk.V3, CloudFront, $$"""
        using Amazon.CloudFront;
        using Amazon.CloudFront.Model;

        public class Uses(IAmazonCloudFront cloudFront)
        {
            public async Task Run(IEnumerable<string> paths, string token)
            {
                {{statements}}
                await Task.Yield();
            }
        }
        """);
}
