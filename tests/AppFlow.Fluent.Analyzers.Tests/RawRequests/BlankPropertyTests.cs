using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.RawRequests;

/// <summary>AFF2003 for requests of the AWS SDK.</summary>
public sealed class BlankPropertyTests
{
    [Theory]
    [InlineData("await s3.GetObjectAsync(new GetObjectRequest { BucketName = name, Key = {|AFF2003:null|} });")]
    [InlineData("await s3.PutObjectAsync(new PutObjectRequest { BucketName = {|AFF2003:null|}, Key = name });")]
    [InlineData("await s3.PutObjectAsync(new PutObjectRequest { BucketName = {|AFF2003:default|}, Key = name });")]
    [InlineData("await s3.GetObjectAsync(new GetObjectRequest { BucketName = name, Key = {|AFF2003:\" \"|} });")]
    [InlineData("await ec2.DeleteVolumeAsync(new DeleteVolumeRequest { VolumeId = {|AFF2003:\"\"|} });")]
    [InlineData("await ec2.DeleteVolumeAsync(new DeleteVolumeRequest({|AFF2003:\"\"|}));")]
    [InlineData("await ec2.DeleteVolumeAsync(new DeleteVolumeRequest(volumeId: {|AFF2003:string.Empty|}));")]
    [InlineData("const string none = \"\"; await ec2.DeleteVolumeAsync(new DeleteVolumeRequest { VolumeId = {|AFF2003:none|} });")]
    [InlineData("var none = \"\"; var request = new DeleteVolumeRequest(); request.VolumeId = {|AFF2003:none|}; await ec2.DeleteVolumeAsync(request);")]
    [InlineData("var request = new DeleteVolumeRequest(); var same = request; same.VolumeId = {|AFF2003:null|}; await ec2.DeleteVolumeAsync(request);")]
    [InlineData("await dynamo.DescribeTableAsync(new DescribeTableRequest { TableName = {|AFF2003:null|} });")]
    [InlineData("await dynamo.DescribeTableAsync(new DescribeTableRequest { TableName = {|AFF2003:\"   \"|} });")]
    [InlineData("await sqs.{|AFF2001:SendMessageAsync|}(new SendMessageRequest { QueueUrl = {|AFF2003:\"\"|} });")]
    [InlineData("var request = new DeleteVolumeRequest(); if (flag) { request.VolumeId = name; } else { request.VolumeId = {|AFF2003:\"\"|}; } await ec2.DeleteVolumeAsync(request);")]
    public Task A_blank_value_is_reported_where_it_is_given(string statements) => RawProgram.BodyAsync(statements);

    [Theory]
    [InlineData("await s3.GetObjectAsync(new GetObjectRequest { BucketName = name, Key = zone, VersionId = null });")]
    [InlineData("await s3.GetObjectAsync(new GetObjectRequest { BucketName = name, Key = zone, VersionId = \"\" });")]
    [InlineData("await dynamo.DescribeTableAsync(new DescribeTableRequest { TableName = \"\" });")]
    [InlineData("await kms.DescribeKeyAsync(new DescribeKeyRequest { KeyId = \"\" });")]
    [InlineData("await ec2.DeleteVolumeAsync(new DeleteVolumeRequest { VolumeId = token });")]
    [InlineData("await ec2.DeleteVolumeAsync(new DeleteVolumeRequest { VolumeId = token ?? \"\" });")]
    [InlineData("await ec2.DeleteVolumeAsync(new DeleteVolumeRequest { VolumeId = flag ? name : \"\" });")]
    [InlineData("var id = \"\"; if (flag) { id = name; } await ec2.DeleteVolumeAsync(new DeleteVolumeRequest { VolumeId = id });")]
    [InlineData("var request = new DeleteVolumeRequest { VolumeId = \"\" }; request.VolumeId = name; await ec2.DeleteVolumeAsync(request);")]
    [InlineData("var request = new DeleteVolumeRequest { VolumeId = \"\" }; Use(request);")]
    [InlineData("var request = new DeleteVolumeRequest { VolumeId = null }; Console.WriteLine(request.VolumeId);")]
    [InlineData("await ec2.DeleteVolumeAsync(new DeleteVolumeRequest { VolumeId = $\"{name}\" });")]
    [InlineData("await ec2.DeleteVolumeAsync(new DeleteVolumeRequest { VolumeId = name + \"\" });")]
    [InlineData("await ec2.DeleteVolumeAsync(new DeleteVolumeRequest { VolumeId = Made() });")]
    [InlineData("await ec2.DeleteVolumeAsync(new DeleteVolumeRequest { VolumeId = item.Token! });")]
    [InlineData("await ec2.CreateVolumeAsync(new CreateVolumeRequest { AvailabilityZone = \"\" });")]
    public Task Values_that_are_not_blank_not_required_or_not_sent_are_silent(string statements) => RawProgram.BodyAsync(statements);
}
