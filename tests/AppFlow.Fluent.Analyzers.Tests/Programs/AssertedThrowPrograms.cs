using AppFlow.Fluent.Analyzers.Tests.Verification;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Programs;

/// <summary>All rules are silent inside an exception assertion, even if a local holds its lambda.</summary>
public sealed class AssertedThrowPrograms
{
    private const string Assertions = """
        public static class AssertionExtensions { public static Asserted Should(this Func<Task> action) => new(); }
        public sealed class Asserted { public Task ThrowAsync<T>() => Task.CompletedTask; public Task NotThrowAsync() => Task.CompletedTask; }
        """;

    private static string Program(string statements) => Assertions + "\n" + Verify.InMethod("var token = ClientToken.New(); " + statements);

    [Theory]
    [InlineData("() => ConnectorRegistration.Register(\"orders\").SendAsync(client)")]
    [InlineData("async () => { await ConnectorRegistration.Update(\"orders\").WithClientToken(\"fixed\").SendAsync(client); await ConnectorRegistration.Update(\"billing\").WithClientToken(\"fixed\").SendAsync(client); }")]
    [InlineData("async () => { await ConnectorRegistration.Update(\"orders\").WithClientToken(token).SendAsync(client); await ConnectorRegistration.Update(\"billing\").WithClientToken(token).SendAsync(client); }")]
    [InlineData("async () => { while (true) { try { await ConnectorRegistration.Update(label).SendAsync(client); return; } catch (AppFlowException) { } } }")]
    public Task A_local_that_an_assertion_runs_is_silent(string lambda) =>
        Verify.FilesAsync(Program($"Func<Task> act = {lambda}; await act.Should().ThrowAsync<InvalidOperationException>();"));

    [Theory]
    [InlineData("() => ConnectorRegistration.Register(\"orders\").{|AFF2001:SendAsync|}(client)")]
    [InlineData("async () => { await ConnectorRegistration.Update(\"orders\").WithClientToken({|AFF1001:\"fixed\"|}).SendAsync(client); await ConnectorRegistration.Update(\"billing\").WithClientToken({|AFF1001:\"fixed\"|}).SendAsync(client); }")]
    [InlineData("async () => { await ConnectorRegistration.Update(\"orders\").WithClientToken(token).SendAsync(client); await ConnectorRegistration.Update(\"billing\").WithClientToken({|AFF1002:token|}).SendAsync(client); }")]
    [InlineData("async () => { while (true) { try { await ConnectorRegistration.Update(label).{|AFF1004:SendAsync|}(client); return; } catch (AppFlowException) { } } }")]
    public Task An_assertion_of_no_exception_does_not_silence_a_rule(string lambda) =>
        Verify.FilesAsync(Program($"Func<Task> act = {lambda}; await act.Should().NotThrowAsync();"));
}
