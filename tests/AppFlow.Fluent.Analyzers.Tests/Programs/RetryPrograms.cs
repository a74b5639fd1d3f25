using AppFlow.Fluent.Analyzers.Tests.Verification;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Programs;

/// <summary>AFF1004 in programs: why a loop repeats, and pipelines that do not retry.</summary>
public sealed class RetryPrograms
{
    private const string Polly = """
        namespace Polly
        {
            public sealed class ResiliencePipeline
            {
                public async ValueTask<T> ExecuteAsync<T>(Func<CancellationToken, ValueTask<T>> callback, CancellationToken cancellationToken = default) => await callback(cancellationToken);
            }
            public sealed class ResiliencePipelineBuilder { public ResiliencePipeline Build() => new(); }
            public static class Strategies
            {
                public static ResiliencePipelineBuilder AddTimeout(this ResiliencePipelineBuilder builder, TimeSpan timeout) => builder;
                public static ResiliencePipelineBuilder AddRetry(this ResiliencePipelineBuilder builder, object options) => builder;
            }
            public class AsyncPolicy { public Task<T> ExecuteAsync<T>(Func<Task<T>> action) => action(); }
            public static class Policy { public static AsyncPolicy TimeoutAsync(int seconds) => new(); public static AsyncPolicy RetryAsync(int times) => new(); }
        }
        """;

    [Theory]
    [InlineData("""
        UpdateConnectorRegistrationResponse? response = null;
        while (response is null)
        {
            try { response = await ConnectorRegistration.Update(label).{|AFF1004:SendAsync|}(client); }
            catch (ConnectorServerException) { }
        }
        """)]
    [InlineData("""
        string? arn = null;
        for (var attempt = 0; attempt < 3 && arn == null; attempt++)
        {
            try { arn = (await ConnectorRegistration.Update(label).{|AFF1004:SendAsync|}(client)).ConnectorArn; }
            catch (AppFlowException) { await Task.Delay(100); }
        }
        """)]
    [InlineData("""
        object? done = null;
        while (done is null)
        {
            try { await ConnectorRegistration.Update(label).{|AFF1004:SendAsync|}(client); done = new object(); }
            catch (AppFlowException) { }
        }
        """)]
    [InlineData("""
        UpdateConnectorRegistrationResponse? last = null;
        while (last is null || !cancellationToken.IsCancellationRequested)
        {
            try { last = await ConnectorRegistration.Update(label).SendAsync(client); }
            catch (ConnectorServerException) { }
        }
        """)]
    [InlineData("""
        UpdateConnectorRegistrationResponse? response = null;
        var token = ClientToken.New();
        while (response is null)
        {
            try { response = await ConnectorRegistration.Update(label).WithClientToken(token).SendAsync(client); }
            catch (ConnectorServerException) { }
        }
        """)]
    [InlineData("""
        ConnectorProvisioningConfig? found = null;
        while (found is null)
        {
            try { await ConnectorRegistration.Update(label).SendAsync(client); }
            catch (ConnectorServerException) { }
            found = (await ConnectorRegistration.Describe(label).SendAsync(client)).ConnectorConfiguration.ConnectorProvisioningConfig;
        }
        """)]
    public Task A_response_is_an_object(string statements) => Verify.FilesAsync(Verify.InMethod(statements));

    [Theory]
    [InlineData("\"ConflictException\"", false)]
    [InlineData("\"ServiceQuotaExceededException\"", false)]
    [InlineData("\"ValidationException\"", false)]
    [InlineData("\"ThrottlingException\"", true)]
    [InlineData("\"InternalServerException\"", true)]
    [InlineData("\"SomethingNewException\"", true)]
    public Task The_code_of_a_refusal_is_a_refusal(string code, bool isFlagged) => Verify.FilesAsync(Verify.InMethod($$"""
        while (true)
        {
            try { await ConnectorRegistration.Update(label).{{(isFlagged ? "{|AFF1004:SendAsync|}" : "SendAsync")}}(client); return; }
            catch (AppFlowException e) when (e.ErrorCode == {{code}}) { await Task.Delay(100); }
        }
        """));

    [Theory]
    [InlineData("private static readonly ResiliencePipeline Pipeline = new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds(1)).Build();", "async _ => await", false)]
    [InlineData("private readonly ResiliencePipeline Pipeline = new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds(1)).Build();", "async _ => await", false)]
    [InlineData("private static AsyncPolicy Pipeline { get; } = Policy.TimeoutAsync(3);", "() =>", false)]
    [InlineData("private static readonly ResiliencePipeline Pipeline = new ResiliencePipelineBuilder().AddRetry(new()).Build();", "async _ => await", true)]
    [InlineData("private static ResiliencePipeline Pipeline = new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds(1)).Build();", "async _ => await", true)]
    [InlineData("private readonly AsyncPolicy Pipeline = Policy.TimeoutAsync(3); public C(AsyncPolicy given) => Pipeline = given;", "() =>", true)]
    public Task A_pipeline_in_a_read_only_member_is_recognised(string member, string lambda, bool isFlagged) => Verify.FilesAsync(
        Polly,
        "using Polly;\n" + Verify.InMethod(
            $"await Pipeline.ExecuteAsync({lambda} ConnectorRegistration.Update(label).{(isFlagged ? "{|AFF1004:SendAsync|}" : "SendAsync")}(client));",
            member));
}
