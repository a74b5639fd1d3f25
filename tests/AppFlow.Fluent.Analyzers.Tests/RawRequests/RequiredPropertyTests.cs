using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.RawRequests;

/// <summary>AFF2001 and AFF2002 for requests of the AWS SDK.</summary>
public sealed class RequiredPropertyTests
{
    [Theory]
    [InlineData("await ec2.{|AFF2001:RunInstancesAsync|}(new RunInstancesRequest { ImageId = name });")]
    [InlineData("await ec2.{|AFF2001:RunInstancesAsync|}(new RunInstancesRequest { ImageId = name, MinCount = 1 }, ct);")]
    [InlineData("await ec2.{|AFF2001:DeleteVolumeAsync|}(new());")]
    [InlineData("var request = new CreateAliasRequest(); request.AliasName = name; await kms.{|AFF2001:CreateAliasAsync|}(request);")]
    [InlineData("var request = new CreateAliasRequest { AliasName = name }; var same = request; await kms.{|AFF2001:CreateAliasAsync|}(same);")]
    [InlineData("await s3.{|AFF2001:GetObjectAsync|}(new GetObjectRequest { BucketName = name });")]
    [InlineData("await foreach (var page in s3.Paginators.{|AFF2001:ListObjectsV2|}(new ListObjectsV2Request { Prefix = name }).Responses) { }")]
    [InlineData("await sqs.{|AFF2001:SendMessageAsync|}(new SendMessageRequest { QueueUrl = name });")]
    [InlineData("await sqs.{|AFF2001:DeleteMessageAsync|}(new DeleteMessageRequest { QueueUrl = name });")]
    [InlineData("await dynamo.{|AFF2001:PutItemAsync|}(new PutItemRequest { TableName = name });")]
    [InlineData("await dynamo.{|AFF2001:QueryAsync|}(new QueryRequest { Limit = size });")]
    [InlineData("var request = new GetParameterRequest { WithDecryption = true }; if (flag) { request.WithDecryption = false; } await ssm.{|AFF2001:GetParameterAsync|}(request);")]
    [InlineData("foreach (var each in items) { await ssm.{|AFF2001:PutParameterAsync|}(new PutParameterRequest { Name = each.Name }); }")]
    [InlineData("await Task.WhenAll(items.Select(each => ec2.{|AFF2001:DeleteVolumeAsync|}(new DeleteVolumeRequest { DryRun = true })));")]
    [InlineData("var send = async () => await ec2.{|AFF2001:DeleteVolumeAsync|}(new DeleteVolumeRequest()); await send();")]
    [InlineData("object request = new DeleteVolumeRequest(); await ec2.{|AFF2001:DeleteVolumeAsync|}((request as DeleteVolumeRequest)!);")]
    [InlineData("await Send(new DeleteVolumeRequest()); Task Send(DeleteVolumeRequest request) => ec2.{|AFF2001:DeleteVolumeAsync|}(request);")]
    public Task An_unset_property_is_reported_at_the_send(string statements) => RawProgram.BodyAsync(statements);

    [Theory]
    [InlineData("var request = new GetObjectRequest { Key = name }; if (flag) { request.BucketName = zone; } await s3.{|AFF2002:GetObjectAsync|}(request);")]
    [InlineData("var request = new CopyObjectRequest { DestinationBucket = name, DestinationKey = zone, SourceKey = name }; if (flag) request.SourceBucket = zone; await s3.{|AFF2002:CopyObjectAsync|}(request);")]
    [InlineData("var request = flag ? new DeleteVolumeRequest(name) : new DeleteVolumeRequest(); await ec2.{|AFF2002:DeleteVolumeAsync|}(request);")]
    [InlineData("var request = new DeleteVolumeRequest(); foreach (var each in items) { request.VolumeId = each.Name; } await ec2.{|AFF2002:DeleteVolumeAsync|}(request);")]
    [InlineData("var request = new DeleteVolumeRequest(); try { request.VolumeId = Made(); } catch (Exception) { } await ec2.{|AFF2002:DeleteVolumeAsync|}(request);")]
    [InlineData("var request = new DeleteVolumeRequest(); switch (size) { case 1: request.VolumeId = name; break; case 2: request.VolumeId = zone; break; } await ec2.{|AFF2002:DeleteVolumeAsync|}(request);")]
    [InlineData("var request = new PutItemRequest { TableName = name }; if (flag) { request.Item = new() { [\"id\"] = new(name) }; } await dynamo.{|AFF2002:PutItemAsync|}(request);")]
    [InlineData("var request = new PutItemRequest { TableName = name }; if (flag) { request.Item[\"id\"] = new(name); } await dynamo.{|AFF2002:PutItemAsync|}(request);")]
    [InlineData("var request = new StartInstancesRequest(); if (flag) { request.InstanceIds.Add(name); } await ec2.{|AFF2002:StartInstancesAsync|}(request);")]
    [InlineData("await ssm.{|AFF2002:GetParameterAsync|}(flag ? new GetParameterRequest { Name = name } : new GetParameterRequest { WithDecryption = true });")]
    [InlineData("var request = size switch { 1 => new QueryRequest(name), _ => new QueryRequest { Limit = 1 } }; await dynamo.{|AFF2002:QueryAsync|}(request);")]
    [InlineData("DeleteVolumeRequest request; if (flag) { request = new(name); } else { request = new(); } await ec2.{|AFF2002:DeleteVolumeAsync|}(request);")]
    public Task A_property_that_some_path_does_not_set_is_reported_at_the_send(string statements) => RawProgram.BodyAsync(statements);

    [Theory]
    [InlineData("await ec2.RunInstancesAsync(new RunInstancesRequest(name, 1, 1));")]
    [InlineData("await ec2.RunInstancesAsync(new RunInstancesRequest(name, 1, 1) { KeyName = zone });")]
    [InlineData("await ec2.RunInstancesAsync(new() { ImageId = name, MinCount = 1, MaxCount = size });")]
    [InlineData("var request = new DeleteVolumeRequest(); request.VolumeId = name; await ec2.DeleteVolumeAsync(request);")]
    [InlineData("var request = new DeleteVolumeRequest(); var same = request; same.VolumeId = name; await ec2.DeleteVolumeAsync(request);")]
    [InlineData("var request = new DeleteVolumeRequest(); if (flag) { request.VolumeId = name; } else { request.VolumeId = zone; } await ec2.DeleteVolumeAsync(request);")]
    [InlineData("var request = new DeleteVolumeRequest(); if (flag) { return; } request.VolumeId = name; await ec2.DeleteVolumeAsync(request);")]
    [InlineData("var request = new PutItemRequest { TableName = name }; request.Item.Add(\"id\", new(name)); await dynamo.PutItemAsync(request);")]
    [InlineData("var request = new PutItemRequest { TableName = name }; request.Item[\"id\"] = new(name); await dynamo.PutItemAsync(request);")]
    [InlineData("var request = new PutItemRequest { TableName = name, Item = { [\"id\"] = new(name) } }; await dynamo.PutItemAsync(request);")]
    [InlineData("var request = new PutItemRequest { TableName = name }; Use(request.Item); await dynamo.PutItemAsync(request);")]
    [InlineData("var request = new StartInstancesRequest(); foreach (var each in items) { request.InstanceIds.Add(each.Name); } await ec2.StartInstancesAsync(request);")]
    [InlineData("var request = new StartInstancesRequest(); items.ToList().ForEach(each => request.InstanceIds.Add(each.Name)); await ec2.StartInstancesAsync(request);")]
    [InlineData("var request = new StartInstancesRequest { InstanceIds = { name, zone } }; await ec2.StartInstancesAsync(request);")]
    [InlineData("var request = new StartInstancesRequest(); var ids = request.InstanceIds; ids.Add(name); await ec2.StartInstancesAsync(request);")]
    [InlineData("var request = new DeleteVolumeRequest(); Use(request); await ec2.DeleteVolumeAsync(request);")]
    [InlineData("var all = new List<DeleteVolumeRequest> { new() }; foreach (var each in all) { await ec2.DeleteVolumeAsync(each); }")]
    [InlineData("var request = new DeleteVolumeRequest(); Console.WriteLine(request.VolumeId);")]
    [InlineData("Use(new RunInstancesRequest { ImageId = name });")]
    [InlineData("var request = new RunInstancesRequest(); request.MinCount ??= 1; request.MaxCount ??= 1; await ec2.RunInstancesAsync(request);")]
    [InlineData("var request = new RunInstancesRequest { MinCount = 1 }; request.MaxCount = request.MinCount; await ec2.RunInstancesAsync(request);")]
    [InlineData("await s3.GetObjectAsync(name, zone);")]
    [InlineData("object request = new DeleteVolumeRequest(); (request as DeleteVolumeRequest)!.VolumeId = name; await ec2.DeleteVolumeAsync((request as DeleteVolumeRequest)!);")]
    [InlineData("var request = new DeleteObjectsRequest { BucketName = name }; request.AddKey(zone); await s3.DeleteObjectsAsync(request);")]
    [InlineData("var request = new CompleteMultipartUploadRequest { BucketName = name, Key = zone, UploadId = name }; request.AddPartETags(new PartETag(1, zone)); await s3.CompleteMultipartUploadAsync(request);")]
    [InlineData("await s3.PutObjectAsync(new PutObjectRequest { BucketName = name, FilePath = zone });")]
    [InlineData("var url = s3.GetPreSignedURL(new GetPreSignedUrlRequest());")]
    [InlineData("await ec2.DeleteVolumeAsync(new DeleteVolumeRequest { VolumeId = item.Token });")]
    [InlineData("await ec2.DeleteVolumeAsync(Request()); DeleteVolumeRequest Request() => new() { VolumeId = name };")]
    [InlineData("string? volume = null; if (flag) { volume = name; } var request = new DeleteVolumeRequest(); if (volume is not null) { request.VolumeId = volume; } if (volume is not null) { await ec2.DeleteVolumeAsync(request); }")]
    [InlineData("await Given(new DeleteVolumeRequest(name)); async Task Given(DeleteVolumeRequest request) => await ec2.DeleteVolumeAsync(request);")]
    public Task A_set_or_unknown_property_is_silent(string statements) => RawProgram.BodyAsync(statements);

    [Theory]
    [InlineData("var request = new DeleteVolumeRequest(); if (flag) { request.VolumeId = name; } if (!flag) { return; } await ec2.DeleteVolumeAsync(request);")]
    [InlineData("var request = new DeleteVolumeRequest(); if (token is not null) { request.VolumeId = token; } if (token is null) { throw new InvalidOperationException(); } await ec2.DeleteVolumeAsync(request);")]
    [InlineData("var request = new DeleteVolumeRequest(); if (item.Token != null) { request.VolumeId = item.Token; } else { request.VolumeId = name; } await ec2.DeleteVolumeAsync(request);")]
    [InlineData("var request = new DeleteVolumeRequest(); request.VolumeId = flag ? name : zone; await ec2.DeleteVolumeAsync(request);")]
    [InlineData("var request = new DeleteVolumeRequest(); if (!flag) { throw new ArgumentException(name); } request.VolumeId = name; await ec2.DeleteVolumeAsync(request);")]
    [InlineData("var request = new DeleteVolumeRequest(); if (string.IsNullOrEmpty(token)) { return; } request.VolumeId = token; await ec2.DeleteVolumeAsync(request);")]
    [InlineData("var request = new DeleteVolumeRequest(); switch (size) { case 1: request.VolumeId = name; break; default: request.VolumeId = zone; break; } await ec2.DeleteVolumeAsync(request);")]
    [InlineData("var request = new DeleteVolumeRequest(); switch (size) { case 1: request.VolumeId = name; break; default: return; } await ec2.DeleteVolumeAsync(request);")]
    [InlineData("var request = new DeleteVolumeRequest(); foreach (var each in items) { request.VolumeId = each.Name; await ec2.DeleteVolumeAsync(request); }")]
    [InlineData("var request = new DeleteVolumeRequest(); if (request.VolumeId == null) { request.VolumeId = name; } await ec2.DeleteVolumeAsync(request);")]
    [InlineData("var request = new DeleteVolumeRequest(); try { request.VolumeId = Made(); } catch (Exception) { return; } await ec2.DeleteVolumeAsync(request);")]
    [InlineData("var request = new DeleteVolumeRequest(); do { request.VolumeId = name; } while (Made().Length > 3); await ec2.DeleteVolumeAsync(request);")]
    [InlineData("var request = new DeleteVolumeRequest(); var errors = new List<string>(); if (token is null) { errors.Add(\"no volume\"); } else { request.VolumeId = token; } if (errors.Count > 0) { return; } await ec2.DeleteVolumeAsync(request);")]
    [InlineData("var request = flag ? new DeleteVolumeRequest(name) : new DeleteVolumeRequest { VolumeId = zone }; await ec2.DeleteVolumeAsync(request);")]
    [InlineData("DeleteVolumeRequest? request = null; if (flag) { request = new(name); } if (request is not null) { await ec2.DeleteVolumeAsync(request); }")]
    [InlineData("var request = new DeleteVolumeRequest(); if (flag) { request.VolumeId = name; } else { Fill(); } await ec2.DeleteVolumeAsync(request); void Fill() => request.VolumeId = zone;")]
    [InlineData("var request = new DeleteVolumeRequest(); if (flag) { request.VolumeId = name; } Use(request);")]
    [InlineData("var request = new DeleteVolumeRequest(); if (request.VolumeId is { Length: > 0 }) { await ec2.DeleteVolumeAsync(request); }")]
    public Task The_rule_is_silent_if_each_path_to_the_send_sets_the_property(string statements) => RawProgram.BodyAsync(statements);

    [Fact]
    public Task A_generic_client_also_sends() => RawProgram.FilesAsync("""
        public class Sender<TClient>(TClient client) where TClient : IAmazonEC2
        {
            public Task Send() => client.{|AFF2001:DeleteVolumeAsync|}(new DeleteVolumeRequest());
        }
        """);

    [Fact]
    public Task A_derived_request_starts_with_what_its_constructor_sets() => RawProgram.FilesAsync("""
        public sealed class OneRequest : RunInstancesRequest
        {
            public OneRequest(string image) : base(image, 1, 1) { }
        }

        public sealed class CountedRequest : RunInstancesRequest
        {
            public CountedRequest(int count) { MinCount = count; }
        }

        public class Uses(IAmazonEC2 ec2)
        {
            public Task One() => ec2.RunInstancesAsync(new OneRequest("ami-1"));

            public Task Counted() => ec2.{|AFF2001:RunInstancesAsync|}(new CountedRequest(2));

            public async Task Base()
            {
                RunInstancesRequest request = new CountedRequest(2);
                request.MaxCount = 3;
                await ec2.RunInstancesAsync(request);
            }
        }
        """);

    [Fact]
    public Task A_method_of_another_class_is_not_a_send() => RawProgram.FilesAsync("""
        public class Queue
        {
            public Task DeleteVolumeAsync(DeleteVolumeRequest request) => Task.CompletedTask;
        }

        public static class Sending
        {
            public static Task DeleteVolumeAsync(this IAmazonEC2 ec2, DeleteVolumeRequest request, string volume) => Task.CompletedTask;
        }

        public class Uses(Queue queue, IAmazonEC2 ec2)
        {
            public Task Queued() => queue.DeleteVolumeAsync(new DeleteVolumeRequest());

            public Task Extended() => ec2.DeleteVolumeAsync(new DeleteVolumeRequest(), "vol-1");
        }
        """);

    [Fact]
    public Task SDK_version_3_has_Begin_methods_and_blocking_calls() => RawProgram.FilesAsync(AwsSdk.V3, """
        namespace Amazon.Old.Model
        {
            public class DeleteThingRequest : AmazonWebServiceRequest
            {
                [AWSProperty(Required = true)]
                public string ThingId { get; set; } = null!;

                [AWSProperty(Required = true)]
                public List<string> Reasons { get; set; } = new();
            }
        }

        namespace Amazon.Old
        {
            public interface IAmazonOld : IAmazonService
            {
                AmazonWebServiceResponse DeleteThing(Model.DeleteThingRequest request);

                IAsyncResult BeginDeleteThing(Model.DeleteThingRequest request, AsyncCallback callback, object state);
            }
        }

        public class Uses(Amazon.Old.IAmazonOld old)
        {
            public void Waits() => old.{|AFF2001:DeleteThing|}(new Amazon.Old.Model.DeleteThingRequest { Reasons = { "old" } });

            public void Begins() => old.{|AFF2001:BeginDeleteThing|}(new Amazon.Old.Model.DeleteThingRequest { Reasons = { "old" } }, _ => { }, null!);
        }
        """);

    [Fact]
    public Task S3_in_SDK_version_3_requires_few_properties() => RawProgram.BodyAsync("await s3.GetObjectAsync(new GetObjectRequest { BucketName = name });", sdk: AwsSdk.V3);
}
