using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.RawRequests;

/// <summary>AFF1005 for requests of the AWS SDK.</summary>
public sealed class ClockRawTokenTests
{
    [Theory]
    [InlineData("DateTime.Now.ToString()", "DateTime.Now.ToString()")]
    [InlineData("DateTime.UtcNow.ToString(\"yyyyMMddHHmmss\")", "DateTime.UtcNow.ToString(\"yyyyMMddHHmmss\")")]
    [InlineData("DateTime.UtcNow.ToString(\"yyyy-MM-dd-HH\")", "DateTime.UtcNow.ToString(\"yyyy-MM-dd-HH\")")]
    [InlineData("DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString()", "DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString()")]
    [InlineData("$\"ipam-{DateTime.UtcNow:yyyyMMddHHmmss}\"", "$\"ipam-{DateTime.UtcNow:yyyyMMddHHmmss}\"")]
    [InlineData("\"ipam\" + DateTime.Now", "\"ipam\" + DateTime.Now")]
    [InlineData("$\"{name}-{DateTime.UtcNow:s}\"", "$\"{name}-{DateTime.UtcNow:s}\"")]
    [InlineData("string.Create(null, $\"ipam-{DateTime.UtcNow:yyyyMMddHHmm}\")", "string.Create(null, $\"ipam-{DateTime.UtcNow:yyyyMMddHHmm}\")")]
    [InlineData("FormattableString.Invariant($\"ipam-{DateTime.UtcNow:yyyyMMddHHmm}\")", "FormattableString.Invariant($\"ipam-{DateTime.UtcNow:yyyyMMddHHmm}\")")]
    [InlineData("Convert.ToString(DateTime.UtcNow)", "Convert.ToString(DateTime.UtcNow)")]
    [InlineData("string.Format(null, \"{0:yyyyMMddHHmm}\", DateTime.UtcNow)", "string.Format(null, \"{0:yyyyMMddHHmm}\", DateTime.UtcNow)")]
    [InlineData("string.Format(\"{0:yyyyMMddHHmm}\", DateTime.UtcNow)", "string.Format(\"{0:yyyyMMddHHmm}\", DateTime.UtcNow)")]
    public Task A_coarse_clock_alone_is_reported(string written, string token) =>
        RawProgram.BodyAsync($"await ec2.CreateIpamAsync(new CreateIpamRequest {{ Description = name, ClientToken = {{|AFF1005:{(written == token ? written : token)}|}} }});");

    [Theory]
    [InlineData("var request = new CreateIpamRequest(); request.ClientToken = {|AFF1005:DateTime.Now.ToString()|}; await ec2.CreateIpamAsync(request);")]
    [InlineData("var now = DateTime.UtcNow.ToString(\"yyyyMMddHHmm\"); await ec2.CreateIpamAsync(new CreateIpamRequest { ClientToken = {|AFF1005:now|} });")]
    [InlineData("await sqs.SendMessageAsync(new SendMessageRequest(name, zone) { MessageDeduplicationId = {|AFF1005:DateTime.Now.ToString()|} });")]
    [InlineData("await dynamo.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = [new()], ClientRequestToken = {|AFF1005:DateTime.Now.ToString()|} });")]
    public Task A_coarse_clock_that_is_set_later_or_has_another_name_is_reported(string statements) => RawProgram.BodyAsync(statements);

    [Theory]
    [InlineData("DateTime.UtcNow.Ticks.ToString()")]
    [InlineData("string.Create(null, $\"{zone}-{DateTime.UtcNow:HHmmss}\")")]
    [InlineData("FormattableString.Invariant($\"{DateTime.UtcNow:O}\")")]
    [InlineData("string.Format(null, \"{0:yyyyMMdd}\", DateTime.UtcNow)")]
    [InlineData("DateTime.UtcNow.ToString(\"O\")")]
    [InlineData("DateTime.UtcNow.ToString(\"yyyyMMddHHmmssfff\")")]
    [InlineData("DateTimeOffset.UtcNow.ToUnixTimeMilliseconds().ToString()")]
    [InlineData("Environment.TickCount64.ToString()")]
    [InlineData("DateTime.UtcNow.ToString(\"yyyy-MM-dd\")")]
    [InlineData("DateOnly.FromDateTime(DateTime.UtcNow).ToString(\"yyyyMMdd\")")]
    [InlineData("$\"nightly-{DateTime.UtcNow:yyyyMMdd}\"")]
    [InlineData("$\"{DateTime.UtcNow:yyyyMMddHHmmss}-{Guid.NewGuid()}\"")]
    [InlineData("$\"{zone}-{DateTime.UtcNow:yyyyMMddHHmmss}\"")]
    [InlineData("DateTime.UtcNow.ToString(\"s\") + item.Id")]
    [InlineData("Made() + DateTime.Now")]
    [InlineData("token ?? DateTime.UtcNow.Ticks.ToString()")]
    [InlineData("Guid.NewGuid().ToString()")]
    public Task A_finer_clock_a_date_or_another_varying_value_is_silent(string token) =>
        RawProgram.BodyAsync($"await ec2.CreateIpamAsync(new CreateIpamRequest {{ Description = name, ClientToken = {token} }});");

    [Theory]
    [InlineData("await ec2.CreateIpamAsync(new CreateIpamRequest { Description = DateTime.Now.ToString() });")]
    [InlineData("await s3.PutObjectAsync(new PutObjectRequest { BucketName = name, Key = DateTime.Now.ToString(), ContentBody = zone });")]
    public Task A_clock_in_another_property_is_silent(string statements) => RawProgram.BodyAsync(statements);
}
