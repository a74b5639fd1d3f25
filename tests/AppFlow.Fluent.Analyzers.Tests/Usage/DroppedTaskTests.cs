using AppFlow.Fluent.Analyzers.Tests.Verification;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Usage;

public sealed class DroppedTaskTests
{
    private const string Own = """
        [FluentRequest]
        public sealed class Flow
        {
            public string? Name { get; set; }
            public Task SendAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;
            public async Task SendAsync(int priority) => await Task.Yield();
            public Task SendAsync(string name) { Name = name; return SendAsync(); }
            public ValueTask<int> Send(IServiceProvider services) => default;
            public void Send() { }
            public void Restart() { SendAsync(); }
            public Task SendAsync([IdempotencyToken] Guid key) => SendAsync();
        }

        public static class Sending
        {
            public static Task SendAsync(this Flow flow, TimeSpan delay) => flow.SendAsync();
            public static T Received<T>(this T substitute, int calls = 1) => substitute;
            public static T DidNotReceive<T>(this T substitute) => substitute;
        }
        """;

    [Theory]
    [InlineData("""public void Go(UpdateConnectorRegistrationRequest r) { r.{|AFF4004:SendAsync|}(); }""")]
    [InlineData("""public void Go(UpdateConnectorRegistrationRequest r) => r.WithDescription("x").{|AFF4004:SendAsync|}();""")]
    [InlineData("""public void Go(UpdateConnectorRegistrationRequest r) { r?.{|AFF4004:SendAsync|}(); }""")]
    [InlineData("""public void Go(UpdateConnectorRegistrationRequest r) { r.{|AFF4004:SendAsync|}().ConfigureAwait(false); }""")]
    [InlineData("""public void Go(UpdateConnectorRegistrationRequest r) { r.{|AFF4004:SendAsync|}().WaitAsync(TimeSpan.FromSeconds(1)).ConfigureAwait(false); }""")]
    [InlineData("""public Task Go(UpdateConnectorRegistrationRequest r) { r.{|AFF4004:SendAsync|}(); return Task.CompletedTask; }""")]
    [InlineData("""public C(UpdateConnectorRegistrationRequest r) => r.{|AFF4004:SendAsync|}();""")]
    [InlineData("""public UpdateConnectorRegistrationRequest R { set => value.{|AFF4004:SendAsync|}(); }""")]
    [InlineData("""public event Action? E { add { ConnectorRegistration.List().{|AFF4004:SendAsync|}(); } remove { } }""")]
    [InlineData("""public IEnumerable<int> Go(UpdateConnectorRegistrationRequest r) { r.{|AFF4004:SendAsync|}(); yield return 1; }""")]
    [InlineData("""public async Task Go(UpdateConnectorRegistrationRequest r) { await Task.Yield(); Action send = () => r.{|AFF4004:SendAsync|}(); send(); }""")]
    [InlineData("""public async Task Go(UpdateConnectorRegistrationRequest r) { await Task.Yield(); void Send() { r.{|AFF4004:SendAsync|}(); } Send(); }""")]
    [InlineData("""public async Task Go(List<UpdateConnectorRegistrationRequest> all) { await Task.Yield(); all.ForEach(r => r.{|AFF4004:SendAsync|}()); }""")]
    [InlineData("""public async Task Go(UpdateConnectorRegistrationRequest? r) { await Task.Yield(); r?.{|AFF4004:SendAsync|}(); }""")]
    [InlineData("""public void Go(Flow f) { f.{|AFF4004:SendAsync|}(); }""")]
    [InlineData("""public void Go(Flow f, IServiceProvider services) { f.{|AFF4004:Send|}(services); }""")]
    [InlineData("""public Timer Go(UpdateConnectorRegistrationRequest r) => new Timer(_ => r.{|AFF4004:SendAsync|}(), null, 0, 1);""")]
    public Task An_unused_task_is_flagged(string member) => Verify.FilesAsync($"public class C {{ {member} }}", Own);

    [Theory]
    [InlineData("""public void Go(UpdateConnectorRegistrationRequest r) { _ = r.SendAsync(); }""")]
    [InlineData("""public void Go(UpdateConnectorRegistrationRequest r) { r.SendAsync().ContinueWith(t => Console.WriteLine(t.Exception)); }""")]
    [InlineData("""public void Go(UpdateConnectorRegistrationRequest r) { r.SendAsync().ConfigureAwait(false).GetAwaiter().GetResult(); }""")]
    [InlineData("""public void Go(UpdateConnectorRegistrationRequest r) { r.SendAsync().Wait(); }""")]
    [InlineData("""public void Go(UpdateConnectorRegistrationRequest r) { var task = r.SendAsync(); task.Wait(); }""")]
    [InlineData("""public Task Go(UpdateConnectorRegistrationRequest r) => r.SendAsync();""")]
    [InlineData("""private Task? _task; public void Go(UpdateConnectorRegistrationRequest r) => _task = r.SendAsync();""")]
    [InlineData("""public void Go(UpdateConnectorRegistrationRequest r) { Func<Task> send = () => r.SendAsync(); Task.Run(() => r.SendAsync()); send(); }""")]
    [InlineData("""public void Go(Flow f) { f.SendAsync("named"); f.SendAsync(TimeSpan.Zero); f.Send(); f.SendAsync(Guid.Empty); }""")]
    [InlineData("""public void Go(Flow f) { Assert.Throws<Exception>(() => { f.SendAsync(); }); Action act = () => f.SendAsync(); act.Should().Throw<Exception>(); }""")]
    [InlineData("""public void Go(Flow f) { System.Linq.Expressions.Expression<Action> tree = () => f.SendAsync(default(CancellationToken)); }""")]
    [InlineData("""public void Go(Flow f) { f.Received(2).SendAsync(); f.DidNotReceive().SendAsync(); }""")]
    [InlineData("""public void Go(Elsewhere.UpdateConnectorRegistrationRequest r) { r.SendAsync(); }""")]
    public Task A_used_task_is_silent(string member) =>
        Verify.FilesAsync($"public class C {{ {member} }}", Own, OwnRequests.Doppelgangers, Assertions.Source);

    [Theory]
    [InlineData("""public async Task Go(UpdateConnectorRegistrationRequest r) { await Task.Yield(); r.SendAsync(); }""")]
    [InlineData("""public async Task Go(UpdateConnectorRegistrationRequest r) { await Task.Yield(); r.SendAsync().ConfigureAwait(false); }""")]
    [InlineData("""public async Task Go(UpdateConnectorRegistrationRequest r) { await Task.Yield(); for (r.SendAsync(); ; ) { } }""")]
    [InlineData("""public void Go(UpdateConnectorRegistrationRequest r) { Func<Task> send = async () => { await Task.Yield(); r.SendAsync(); }; send(); }""")]
    [InlineData("""public void Go(UpdateConnectorRegistrationRequest r) { Func<Task> send = async () => r.SendAsync(); send(); }""")]
    [InlineData("""public void Go(Flow f) { f.SendAsync(3); }""")]
    public async Task The_rule_is_silent_where_the_compiler_warns(string member)
    {
        var file = $"public class C {{ {member} }}";
        Assert.Contains(Analysis.Compilation([Analysis.Parse(file), Analysis.Parse(Own, "Own.cs")]).GetDiagnostics(), diagnostic => diagnostic.Id == "CS4014");
        await Verify.FilesAsync(file, Own);
    }

    [Fact]
    public Task Top_level_statements_are_judged_too() => Verify.ProgramAsync("""
        using System;
        var request = ConnectorRegistration.Update("orders");
        request.{|AFF4004:SendAsync|}();
        """);

    [Fact]
    public Task Generated_code_is_silent() => Verify.FilesAsync("""
        // <auto-generated/>
        public static class G { public static void Go(UpdateConnectorRegistrationRequest r) => r.SendAsync(); }
        """);

    [Fact]
    public Task The_message_says_that_the_outcome_is_never_learned() => Verify.MessageAsync(
        "AFF4004",
        "The task of SendAsync is neither awaited nor kept: the program never learns whether the service applied or refused the request, and may end before it is sent. Await SendAsync, or keep its task.",
        "Action send = () => ConnectorRegistration.Update(label).{|#0:SendAsync|}(client); send();");
}
