using AppFlow.Fluent.Analyzers.Tests.Verification;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Tokens;

/// <summary><c>ClientToken.From</c>: as hard-coded or fresh as its UUID.</summary>
public sealed class UuidTokenTests
{
    private const string Uuid = "0f8fad5b-d9cb-469f-a165-70867728950e";

    private const string Members = $$"""
        static readonly Guid Known = new("{{Uuid}}");
        static readonly Guid Unknown = Guid.NewGuid();
        const string Text = "{{Uuid}}";
        """;

    [Theory]
    [InlineData("""ClientToken.From(Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"))""")]
    [InlineData("""ClientToken.From(new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"))""")]
    [InlineData("""ClientToken.From(new("0f8fad5b-d9cb-469f-a165-70867728950e"))""")]
    [InlineData("""ClientToken.From(Guid.ParseExact("0f8fad5b-d9cb-469f-a165-70867728950e", "D"))""")]
    [InlineData("ClientToken.From(Guid.Parse(Text))")]
    [InlineData("ClientToken.From(Known)")]
    [InlineData("ClientToken.From(C.Known)")]
    public Task A_constant_is_hard_coded(string token) =>
        Verify.BodyAsync($$"""await ConnectorRegistration.Update(label).WithClientToken({|AFF1003:{{token}}|}).SendAsync();""", Members);

    [Fact]
    public Task A_local_of_a_constant_is_hard_coded() => Verify.BodyAsync(
        """
        var uuid = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e");
        var token = ClientToken.From(uuid);
        await ConnectorRegistration.Update(label).WithClientToken({|AFF1003:token|}).SendAsync();
        """,
        Members);

    [Theory]
    [InlineData("ClientToken.From(Guid.NewGuid())")]
    [InlineData("ClientToken.From(Unknown)")]
    [InlineData("ClientToken.From(Guid.Parse(label))")]
    [InlineData("ClientToken.From(new Guid(label))")]
    public Task A_value_that_is_known_only_at_run_time_is_silent(string token) =>
        Verify.BodyAsync($"await ConnectorRegistration.Update(label).WithClientToken({token}).SendAsync();", Members);

    [Fact]
    public Task One_UUID_is_one_token_however_it_is_spelled() => Verify.BodyAsync(
        """
        await ConnectorRegistration.Update(label).WithClientToken({|AFF1001:ClientToken.From(Guid.Parse("{0F8FAD5B-D9CB-469F-A165-70867728950E}"))|}).SendAsync();
        await ConnectorRegistration.Update(label + "2").WithClientToken({|AFF1001:ClientToken.From(Known)|}).SendAsync();
        await ConnectorRegistration.Update(label + "3").WithClientToken({|AFF1001:Text|}).SendAsync();
        """,
        Members);

    [Fact]
    public Task A_fresh_one_in_a_retry_loop_is_flagged() => Verify.BodyAsync(
        """
        for (var attempt = 0; attempt < 3; attempt++)
        {
            try { await ConnectorRegistration.Update(label).WithClientToken(ClientToken.From(Guid.NewGuid())).{|AFF1004:SendAsync|}(client); return; }
            catch (AppFlowException) { await Task.Delay(100); }
        }
        """,
        Members);

    [Fact]
    public Task One_made_before_the_loop_is_not() => Verify.BodyAsync(
        """
        var token = ClientToken.From(Guid.NewGuid());
        for (var attempt = 0; attempt < 3; attempt++)
        {
            try { await ConnectorRegistration.Update(label).WithClientToken(token).SendAsync(client); return; }
            catch (AppFlowException) { await Task.Delay(100); }
        }
        """,
        Members);

    [Fact]
    public Task A_fresh_UUID_is_not_an_operation_id() => Verify.BodyAsync(
        "await ConnectorRegistration.Update(label).WithOperationId({|AFF1006:ClientToken.From(Guid.NewGuid())|}).SendAsync(client);", Members);
}
