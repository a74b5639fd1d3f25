using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.RawRequests;

/// <summary>AFF1002 for requests of the AWS SDK.</summary>
public sealed class SharedRawTokenTests
{
    [Theory]
    [InlineData("foreach (var each in items) { await ec2.CreateIpamAsync(new CreateIpamRequest { Description = each.Name, ClientToken = {|AFF1002:token|} }); }")]
    [InlineData("var used = Guid.NewGuid().ToString(); foreach (var each in items) { var request = new CreateIpamRequest { Description = each.Name }; request.ClientToken = {|AFF1002:used|}; await ec2.CreateIpamAsync(request); }")]
    [InlineData("for (var i = 0; i < size; i++) { await ec2.CreateIpamAsync(new CreateIpamRequest { Description = $\"node {i}\", ClientToken = {|AFF1002:token|} }); }")]
    [InlineData("await Task.WhenAll(items.Select(each => ec2.CreateVolumeAsync(new CreateVolumeRequest(each.Name, 8) { ClientToken = {|AFF1002:token|} })));")]
    [InlineData("foreach (var each in items) { await sqs.SendMessageAsync(new SendMessageRequest(name, each.Name) { MessageDeduplicationId = {|AFF1002:token|} }); }")]
    [InlineData("await ec2.CreateIpamAsync(new CreateIpamRequest { Description = name, ClientToken = token }); await ec2.CreateIpamAsync(new CreateIpamRequest { Description = zone, ClientToken = {|AFF1002:token|} });")]
    [InlineData("var request = new CreateIpamRequest { Description = name, ClientToken = {|AFF1002:token|} }; await ec2.CreateIpamAsync(request); request.Description = zone; await ec2.CreateIpamAsync(request);")]
    [InlineData("foreach (var each in items) { await ec2.CreateIpamAsync(new CreateIpamRequest { Description = each.Name, ClientToken = {|AFF1002:\"ipam\"|} }); }")]
    [InlineData("foreach (var each in items) { await ec2.CreateIpamAsync(new CreateIpamRequest { TagSpecifications = [new TagSpecification { Tags = [new Amazon.EC2.Model.Tag(\"name\", each.Name)] }], ClientToken = {|AFF1002:token|} }); }")]
    [InlineData("foreach (var each in items) { await dynamo.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = [new() { Put = new() { TableName = each.Name } }], ClientRequestToken = {|AFF1002:token|} }); }")]
    [InlineData("foreach (var each in items) { try { await ec2.CreateIpamAsync(new CreateIpamRequest { Description = each.Name, ClientToken = {|AFF1002:token|} }); return; } catch (AmazonEC2Exception e) when (e.ErrorCode == \"InsufficientInstanceCapacity\") { } }")]
    [InlineData("foreach (var each in items) { await Create(each.Name); } Task Create(string description) => ec2.CreateIpamAsync(new CreateIpamRequest { Description = description, ClientToken = {|AFF1002:token|} });")]
    public Task One_token_for_different_requests_is_reported_where_it_is_given(string statements) => RawProgram.BodyAsync(statements);

    [Theory]
    [InlineData("foreach (var each in items) { await ec2.CreateIpamAsync(new CreateIpamRequest { Description = each.Name, ClientToken = each.Token }); }")]
    [InlineData("foreach (var each in items) { await ec2.CreateIpamAsync(new CreateIpamRequest { Description = each.Name, ClientToken = Guid.NewGuid().ToString() }); }")]
    [InlineData("foreach (var each in items) { await ec2.CreateIpamAsync(new CreateIpamRequest { Description = each.Name }); }")]
    [InlineData("foreach (var each in items) { await ec2.CreateIpamAsync(new CreateIpamRequest { Description = each.Name, ClientToken = $\"{token}-{each.Id}\" }); }")]
    [InlineData("foreach (var each in items) { await ec2.CreateIpamAsync(new CreateIpamRequest { Description = name, ClientToken = token }); }")]
    [InlineData("foreach (var each in items) { using var other = new AmazonEC2Client(each.Name, zone); await other.CreateIpamAsync(new CreateIpamRequest { Description = each.Name, ClientToken = token }); }")]
    [InlineData("await ec2.CreateVolumeAsync(new CreateVolumeRequest(zone, 8) { ClientToken = token }); await ec2.CreateIpamAsync(new CreateIpamRequest { ClientToken = token });")]
    [InlineData("if (flag) { await ec2.CreateIpamAsync(new CreateIpamRequest { Description = name, ClientToken = token }); } else { await ec2.CreateIpamAsync(new CreateIpamRequest { Description = zone, ClientToken = token }); }")]
    [InlineData("await ec2.CreateIpamAsync(new CreateIpamRequest { Description = name, ClientToken = token }); await ec2.CreateIpamAsync(new CreateIpamRequest { Description = name, ClientToken = token });")]
    [InlineData("await ec2.CreateIpamAsync(new CreateIpamRequest { DryRun = true, ClientToken = token }); await ec2.CreateIpamAsync(new CreateIpamRequest { DryRun = false, ClientToken = token });")]
    [InlineData("var request = new CreateIpamRequest { ClientToken = token }; foreach (var each in items) { Use(request); await ec2.CreateIpamAsync(request); }")]
    [InlineData("foreach (var each in items) { Use(new CreateIpamRequest { Description = each.Name, ClientToken = token }); }")]
    [InlineData("foreach (var each in items) { await ec2.CreateIpamAsync(new CreateIpamRequest { Description = Made(), ClientToken = token }); }")]
    [InlineData("var request = new CreateIpamRequest(); foreach (var each in items) { request.Description = each.Name; request.ClientToken = null; await ec2.CreateIpamAsync(request); }")]
    [InlineData("await ec2.CreateIpamAsync(new CreateIpamRequest { TagSpecifications = [new() { Tags = [new(\"a\", name)] }], ClientToken = token }); await ec2.CreateIpamAsync(new CreateIpamRequest { TagSpecifications = [new() { Tags = [new(\"a\", name)] }], ClientToken = token });")]
    [InlineData("foreach (var each in items) { if (each.Name == name) { await ec2.CreateIpamAsync(new CreateIpamRequest { Description = each.Name, ClientToken = token }); } }")]
    public Task A_token_that_changes_with_the_request_or_an_unchanged_request_is_silent(string statements) => RawProgram.BodyAsync(statements);
}
