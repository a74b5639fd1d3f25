using AppFlow.Fluent.Analyzers.Tests.Verification;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Programs;

/// <summary>AFF1004 in programs whose Polly pipelines and policies retry only after some failures.</summary>
public sealed class HandledFailurePrograms
{
    private const string Polly = """
        namespace Polly
        {
            public class AsyncPolicy
            {
                public Task<T> ExecuteAsync<T>(Func<Task<T>> action) => action();
                public AsyncPolicy WrapAsync(AsyncPolicy inner) => this;
            }
            public static class Policy
            {
                public static PolicyBuilder Handle<TException>() where TException : Exception => new();
                public static PolicyBuilder Handle<TException>(Func<TException, bool> filter) where TException : Exception => new();
                public static AsyncPolicy TimeoutAsync(int seconds) => new();
            }
            public sealed class PolicyBuilder
            {
                public PolicyBuilder Or<TException>() where TException : Exception => this;
                public PolicyBuilder Or<TException>(Func<TException, bool> filter) where TException : Exception => this;
                public PolicyBuilder OrInner<TException>() where TException : Exception => this;
            }
            public static class AsyncRetrySyntax { public static AsyncPolicy RetryAsync(this PolicyBuilder builder, int times) => new(); }
            public sealed class PredicateBuilder
            {
                public PredicateBuilder Handle<TException>() where TException : Exception => this;
                public PredicateBuilder Handle<TException>(Func<TException, bool> filter) where TException : Exception => this;
                public PredicateBuilder HandleInner<TException>() where TException : Exception => this;
                public Func<Exception, bool> Build() => _ => true;
                public static implicit operator Func<Exception, bool>(PredicateBuilder builder) => builder.Build();
            }
            public sealed class RetryStrategyOptions { public int MaxRetryAttempts { get; set; } public Func<Exception, bool>? ShouldHandle { get; set; } }
            public sealed class ResiliencePipeline
            {
                public async ValueTask<T> ExecuteAsync<T>(Func<CancellationToken, ValueTask<T>> callback, CancellationToken cancellationToken = default) => await callback(cancellationToken);
            }
            public sealed class ResiliencePipelineBuilder { public ResiliencePipeline Build() => new(); }
            public static class Strategies
            {
                public static ResiliencePipelineBuilder AddTimeout(this ResiliencePipelineBuilder builder, TimeSpan timeout) => builder;
                public static ResiliencePipelineBuilder AddRetry(this ResiliencePipelineBuilder builder, RetryStrategyOptions options) => builder;
            }
        }
        """;

    [Theory]
    [InlineData("Policy.Handle<ConflictException>()")]
    [InlineData("Policy.Handle<ConflictException>().Or<ResourceNotFoundException>()")]
    [InlineData("Policy.Handle<AppFlowException>(e => !e.MayHaveBeenApplied)")]
    [InlineData("Policy.Handle<AppFlowException>(e => e is ConflictException or AccessDeniedException)")]
    [InlineData("Policy.Handle<System.Net.Http.HttpRequestException>()")]
    [InlineData("Policy.Handle<AppFlowException>(e => { System.Console.WriteLine(e); return !e.MayHaveBeenApplied; })", true)]
    [InlineData("Policy.Handle<ThrottlingException>()", true)]
    [InlineData("Policy.Handle<ConflictException>().Or<AppFlowTransportException>()", true)]
    [InlineData("Policy.Handle<AppFlowException>(e => e.IsRetryable)", true)]
    [InlineData("Policy.Handle<Exception>()", true)]
    [InlineData("Policy.Handle<ConflictException>().OrInner<ConflictException>()", true)]
    public Task A_policy_retries_after_the_failures_that_it_handles(string handled, bool isFlagged = false) => AssertAsync(
        $"{handled}.RetryAsync(3)", "() =>", isFlagged);

    [Theory]
    [InlineData("Policy.Handle<ConflictException>().RetryAsync(3).WrapAsync(Policy.TimeoutAsync(3))")]
    [InlineData("Policy.TimeoutAsync(3).WrapAsync(Policy.Handle<ConflictException>().RetryAsync(3))")]
    [InlineData("Policy.Handle<ConflictException>().RetryAsync(3).WrapAsync(Policy.Handle<Exception>().RetryAsync(3))", true)]
    public Task Each_part_of_a_policy_is_read(string policy, bool isFlagged = false) => AssertAsync(policy, "() =>", isFlagged);

    [Theory]
    [InlineData("new RetryStrategyOptions { ShouldHandle = new PredicateBuilder().Handle<ConflictException>() }")]
    [InlineData("new RetryStrategyOptions { MaxRetryAttempts = 3, ShouldHandle = new PredicateBuilder().Handle<ConflictException>().Handle<AppFlowException>(e => !e.MayHaveBeenApplied).Build() }")]
    [InlineData("new() { ShouldHandle = new PredicateBuilder().Handle<ConflictException>() }")]
    [InlineData("new RetryStrategyOptions { ShouldHandle = new PredicateBuilder().Handle<ConflictException>() }).AddRetry(new RetryStrategyOptions()", true)]
    [InlineData("new RetryStrategyOptions { ShouldHandle = new PredicateBuilder().Handle<ConflictException>().HandleInner<ConflictException>() }", true)]
    [InlineData("new RetryStrategyOptions { ShouldHandle = new PredicateBuilder().Handle<AppFlowTransportException>() }", true)]
    [InlineData("new RetryStrategyOptions { ShouldHandle = _ => true }", true)]
    [InlineData("new RetryStrategyOptions { MaxRetryAttempts = 3 }", true)]
    public Task A_pipeline_retries_after_the_failures_that_its_options_handle(string options, bool isFlagged = false) => AssertAsync(
        $"new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds(9)).AddRetry({options}).Build()", "async _ => await", isFlagged);

    [Theory]
    [InlineData("ConflictException")]
    [InlineData("ConnectorServerException", true)]
    public Task A_builder_in_a_variable_is_read(string handled, bool isFlagged = false) => Verify.FilesAsync(
        Polly,
        "using Polly;\n" + Verify.InMethod(
            $$"""
            var builder = new ResiliencePipelineBuilder();
            builder.AddRetry(new RetryStrategyOptions { ShouldHandle = new PredicateBuilder().Handle<{{handled}}>() });
            var pipeline = builder.Build();
            await pipeline.ExecuteAsync(async _ => await ConnectorRegistration.Update(label).{{Send(isFlagged)}}(client));
            """));

    private static Task AssertAsync(string pipeline, string lambda, bool isFlagged) => Verify.FilesAsync(
        Polly,
        "using Polly;\n" + Verify.InMethod(
            $"var pipeline = {pipeline}; await pipeline.ExecuteAsync({lambda} ConnectorRegistration.Update(label).{Send(isFlagged)}(client));"));

    private static string Send(bool isFlagged) => isFlagged ? "{|AFF1004:SendAsync|}" : "SendAsync";
}
