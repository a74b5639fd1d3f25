using AppFlow.Fluent.Analyzers.Tests.Verification;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Programs;

/// <summary>AFF1004 if a record holds the outcome of the send, and if a range counts the attempts.</summary>
public sealed class RecordedOutcomePrograms
{
    private static string Program(string statements) => $$"""
        public sealed record Outcome(bool Succeeded, Exception? Failure);

        public sealed class Service
        {
            public async Task Run(string label, IReadOnlyList<string> labels)
            {
                Outcome outcome;
                var tries = 0;
                {{statements}}
            }
        }
        """;

    private static string Loop(string send, string succeeded, string failed, string condition) => $$"""
                do
                {
                    try
                    {
                        await ConnectorRegistration.Update(label).{{send}}();
                        outcome = {{succeeded}};
                    }
                    catch (AppFlowException e)
                    {
                        outcome = {{failed}};
                    }
                }
                while ({{condition}});
        """;

    [Theory]
    [InlineData("new Outcome(true, null)", "new Outcome(false, e)", "!outcome.Succeeded && ++tries < 3")]
    [InlineData("new Outcome(Succeeded: true, Failure: null)", "new Outcome(false, e)", "!outcome.Succeeded")]
    [InlineData("new(true, null)", "new(false, e) { Failure = null }", "outcome is { Succeeded: false }")]
    public Task A_record_can_hold_the_failure_of_a_send(string succeeded, string failed, string condition) =>
        Verify.FilesAsync(Program(Loop("{|AFF1004:SendAsync|}", succeeded, failed, condition)));

    [Theory]
    [InlineData("new Outcome(true, null)", "new Outcome(true, e)", "outcome.Succeeded && ++tries < 3")]
    [InlineData("new Outcome(false, null)", "new Outcome(false, e)", "!outcome.Succeeded && ++tries < 3")]
    [InlineData("new Outcome(true, null)", "new Outcome(false, e)", "outcome.Succeeded && ++tries < 3")]
    public Task A_record_without_the_failure_makes_no_retry(string succeeded, string failed, string condition) =>
        Verify.FilesAsync(Program(Loop("SendAsync", succeeded, failed, condition)));

    [Theory]
    [InlineData("foreach (var attempt in Enumerable.Range(1, 5)) { try { await ConnectorRegistration.Update(label).WithClientToken($\"{label}-{attempt}\").{|AFF1004:SendAsync|}(); return; } catch (AppFlowTransportException) { } }")]
    [InlineData("foreach (var each in labels) { try { await ConnectorRegistration.Update(label).WithClientToken($\"{label}-{each}\").SendAsync(); return; } catch (AppFlowTransportException) { } }")]
    [InlineData("foreach (var number in Enumerable.Range(1, 5)) { await ConnectorRegistration.Update($\"{label}-{number}\").WithClientToken($\"{label}-{number}\").SendAsync(); }")]
    public Task A_range_counts_the_attempts(string statements) => Verify.FilesAsync(Program(statements));
}
