using AppFlow.Fluent.Analyzers.Tests.Verification;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Tokens;

public sealed class RetryTokenTests
{
    private const string Polly = """
        namespace Polly
        {
            public abstract class ResiliencePipelineBase { }
            public sealed class ResiliencePipeline
            {
                public System.Threading.Tasks.ValueTask ExecuteAsync(System.Func<System.Threading.CancellationToken, System.Threading.Tasks.ValueTask> callback, System.Threading.CancellationToken cancellationToken = default) => callback(cancellationToken);
                public System.Threading.Tasks.ValueTask<T> ExecuteAsync<T>(System.Func<System.Threading.CancellationToken, System.Threading.Tasks.ValueTask<T>> callback, System.Threading.CancellationToken cancellationToken = default) => callback(cancellationToken);
                public System.Threading.Tasks.ValueTask<T> ExecuteAsync<T, TState>(System.Func<TState, System.Threading.CancellationToken, System.Threading.Tasks.ValueTask<T>> callback, TState state, System.Threading.CancellationToken cancellationToken = default) => callback(state, cancellationToken);
                public void Execute(System.Action callback) => callback();
            }
            public sealed class ResiliencePipeline<T>
            {
                public System.Threading.Tasks.ValueTask<T> ExecuteAsync(System.Func<System.Threading.CancellationToken, System.Threading.Tasks.ValueTask<T>> callback, System.Threading.CancellationToken cancellationToken = default) => callback(cancellationToken);
            }
            public interface IAsyncPolicy
            {
                System.Threading.Tasks.Task ExecuteAsync(System.Func<System.Threading.Tasks.Task> action);
                System.Threading.Tasks.Task<T> ExecuteAsync<T>(System.Func<System.Threading.Tasks.Task<T>> action);
            }
            public abstract class AsyncPolicy
            {
                public System.Threading.Tasks.Task<T> ExecuteAsync<T>(System.Func<System.Threading.Tasks.Task<T>> action) => action();
            }
        }
        """;

    [Theory]
    [InlineData("""
        for (var attempt = 0; attempt < 3; attempt++)
        {
            try { await ConnectorRegistration.Update(label).{|AFF1004:SendAsync|}(client); return; }
            catch (AppFlowException) { await Task.Delay(100); }
        }
        """)]
    [InlineData("""
        for (var attempt = 1; ; attempt++)
        {
            try { await ConnectorRegistration.Update(label).{|AFF1004:SendAsync|}(client); break; }
            catch (AppFlowException) when (attempt < 3) { await Task.Delay(100); }
        }
        """)]
    [InlineData("""
        var attempt = 0;
        while (true)
        {
            try { await ConnectorRegistration.Update(label).WithDescription("x").{|AFF1004:SendAsync|}(client); break; }
            catch (AppFlowException e)
            {
                if (++attempt == 3 || !e.IsRetryable) throw;
                await Task.Delay(100);
            }
        }
        """)]
    [InlineData("""
        var done = false;
        while (!done)
        {
            try { await ConnectorRegistration.Update(label).{|AFF1004:SendAsync|}(client); done = true; }
            catch (Exception e) { Console.WriteLine(e); }
        }
        """)]
    [InlineData("""
        bool failed;
        do
        {
            failed = false;
            try { await ConnectorRegistration.Register(label).WithLambda(label).{|AFF1004:SendAsync|}(client); }
            catch (AppFlowException) { failed = true; await Task.Delay(100); }
        }
        while (failed);
        """)]
    [InlineData("""
        UpdateConnectorRegistrationResponse? response = null;
        while (response == null)
        {
            try { response = await ConnectorRegistration.Update(label).{|AFF1004:SendAsync|}(client); }
            catch (AppFlowException) { await Task.Delay(100); }
        }
        """)]
    [InlineData("""
        UpdateConnectorRegistrationResponse? response = null;
        for (var i = 0; i < 5 && response is null; i++)
        {
            try { response = await ConnectorRegistration.Update(label).{|AFF1004:SendAsync|}(client).ConfigureAwait(false); }
            catch (AppFlowException) { await Task.Delay(100); }
        }
        """)]
    [InlineData("""
        Exception? failure;
        do
        {
            try { await ConnectorRegistration.Update(label).{|AFF1004:SendAsync|}(client); failure = null; }
            catch (AppFlowException e) { failure = e; }
        }
        while (failure != null);
        """)]
    [InlineData("""
        while (true)
        {
            try { await ConnectorRegistration.Update(label).{|AFF1004:SendAsync|}(client); }
            catch (AppFlowException) { await Task.Delay(100); continue; }
            break;
        }
        """)]
    [InlineData("""
        foreach (var delay in new[] { 100, 200, 400 })
        {
            try { await ConnectorRegistration.Update(label).{|AFF1004:SendAsync|}(client); return; }
            catch (AppFlowException) { await Task.Delay(delay); }
        }
        """)]
    [InlineData("""
        var request = ConnectorRegistration.Update(label);
        while (!cancellationToken.IsCancellationRequested)
        {
            try { await request.{|AFF1004:SendAsync|}(client, cancellationToken); return; }
            catch (AppFlowException) { await Task.Delay(100, cancellationToken); }
        }
        """)]
    [InlineData("""
        while (true)
        {
            var token = ClientToken.New();
            try { await ConnectorRegistration.Update(label).WithClientToken(token).{|AFF1004:SendAsync|}(client); return; }
            catch (AppFlowException) { await Task.Delay(100); }
        }
        """)]
    [InlineData("""
        while (true)
        {
            try { await ConnectorRegistration.Update(label).WithClientToken(Guid.NewGuid().ToString("N")).{|AFF1004:SendAsync|}(client); return; }
            catch (AppFlowException) { await Task.Delay(100); }
        }
        """)]
    [InlineData("""
        for (var attempt = 0; attempt < 3; attempt++)
        {
            try { await ConnectorRegistration.Update(label).WithClientToken($"{label}-{Guid.NewGuid()}").{|AFF1004:SendAsync|}(client); return; }
            catch (AppFlowException) { await Task.Delay(100); }
        }
        """)]
    [InlineData("""
        foreach (var l in labels)
        {
            for (var attempt = 0; attempt < 3; attempt++)
            {
                try { await ConnectorRegistration.Update(l).{|AFF1004:SendAsync|}(client); break; }
                catch (AppFlowException) { await Task.Delay(100); }
            }
        }
        """)]
    [InlineData("""
        await Task.WhenAll(labels.Select(async l =>
        {
            while (true)
            {
                try { await ConnectorRegistration.Update(l).{|AFF1004:SendAsync|}(client); return; }
                catch (AppFlowException) { await Task.Delay(100); }
            }
        }));
        """)]
    [InlineData("""
        while (true)
        {
            try
            {
                try { await ConnectorRegistration.Update(label).{|AFF1004:SendAsync|}(client); return; }
                finally { Console.WriteLine(); }
            }
            catch (ThrottlingException) { await Task.Delay(1000); }
            catch (AppFlowException) { throw; }
        }
        """)]
    [InlineData("var left = 3; while (left-- > 0) { try { await ConnectorRegistration.Update(label).{|AFF1004:SendAsync|}(client); return; } catch (AppFlowException) { await Task.Delay(100); } }")]
    [InlineData("var left = 3; while (left > 0) { try { await ConnectorRegistration.Update(label).{|AFF1004:SendAsync|}(client); left = 0; } catch (AppFlowException) { left--; } }")]
    [InlineData("var sent = false; for (var i = 0; !sent && i < 3; i++) { try { await ConnectorRegistration.Update(label).{|AFF1004:SendAsync|}(client); sent = true; } catch (AppFlowException) { } }")]
    [InlineData("var sent = false; while (true) { try { await ConnectorRegistration.Update(label).{|AFF1004:SendAsync|}(client); sent = true; } catch (AppFlowException) { } if (sent) break; }")]
    [InlineData("while (!_done) { try { await ConnectorRegistration.Update(label).{|AFF1004:SendAsync|}(client); _done = true; } catch (AppFlowException) { } }")]
    [InlineData("Exception? last = null; for (var i = 0; i < 3; i++) { try { await ConnectorRegistration.Update(label).{|AFF1004:SendAsync|}(client); last = null; break; } catch (AppFlowException e) { last = e; } } if (last != null) throw last;")]
    [InlineData("var attempt = 0; do { try { var task = ConnectorRegistration.Update(label).{|AFF1004:SendAsync|}(client); await task; return; } catch (AppFlowException) { if (++attempt >= 3) throw; } } while (true);")]
    [InlineData("for (;;) { using var scope = new CancellationTokenSource(); try { await ConnectorRegistration.Update(label).{|AFF1004:SendAsync|}(client, scope.Token); return; } catch (OperationCanceledException) { } }")]
    [InlineData("for (var i = 0; i < 3; i++) { try { if (condition) { await ConnectorRegistration.Update(label).{|AFF1004:SendAsync|}(client); } else { await ConnectorRegistration.Register(label).WithLambda(label).{|AFF1004:SendAsync|}(client); } return; } catch (AppFlowException) when (i < 2) { } }")]
    [InlineData("await Send(); async Task Send() { while (true) { try { await ConnectorRegistration.Update(label).{|AFF1004:SendAsync|}(client); return; } catch (AppFlowException) { } } }")]
    [InlineData("var options = new Options(); while (true) { try { await ConnectorRegistration.Update(options.Label).{|AFF1004:SendAsync|}(client); return; } catch (AppFlowException) { } }")]
    [InlineData("while (true) { try { var r = ConnectorRegistration.Update(label); r = r.WithDescription(\"x\"); await r.{|AFF1004:SendAsync|}(client); return; } catch (AppFlowException) { } }")]
    [InlineData("foreach (var attempt in Enumerable.Range(0, 3)) { try { await ConnectorRegistration.Update(label).{|AFF1004:SendAsync|}(client); return; } catch (AppFlowException) { Console.WriteLine(attempt); } }")]
    [InlineData("string token; while (true) { token = ClientToken.New(); try { await ConnectorRegistration.Update(label).WithClientToken(token).{|AFF1004:SendAsync|}(client); return; } catch (AppFlowException) { } }")]
    [InlineData("while (true) { try { var r = ConnectorRegistration.Update(label).WithOperationId(label); await r.WithClientToken(ClientToken.New()).{|AFF1004:SendAsync|}(client); return; } catch (AppFlowException) { } }")]
    [InlineData("while (true) { try { await Send(() => ConnectorRegistration.Update(label).{|AFF1004:SendAsync|}(client)); return; } catch (AppFlowException) { } }")]
    // A recursive tail call is a loop.
    [InlineData("""
        await Attempt(3);
        async Task Attempt(int left)
        {
            try { await ConnectorRegistration.Update(label).{|AFF1004:SendAsync|}(client); }
            catch (AppFlowException) when (left > 0) { await Attempt(left - 1); }
        }
        """)]
    public Task A_retry_loop_with_a_new_token_each_time_is_flagged(string statements) => Verify.BodyAsync(
        statements,
        "private bool _done; private static Task Send(Func<Task> send) => send(); private sealed class Options { public string Label { get; set; } = \"orders\"; }");

    [Theory]
    [InlineData("while (!_done) { try { await ConnectorRegistration.Update(label).SendAsync(client); } catch (AppFlowException) { } }")]
    [InlineData("var candidates = new Candidates(); while (true) { try { await ConnectorRegistration.Update(candidates.Label).SendAsync(client); return; } catch (AppFlowException) { candidates.MoveOn(); } }")]
    [InlineData("var candidates = new Candidates(); while (true) { try { await ConnectorRegistration.Update(candidates.Label).SendAsync(client); return; } catch (AppFlowException) { candidates.Label = label; } }")]
    [InlineData("var name = label; while (true) { try { await ConnectorRegistration.Update(name).SendAsync(client); return; } catch (AppFlowException) { name = \"other\"; } }")]
    [InlineData("while (true) { try { await ConnectorRegistration.Update(Next()).SendAsync(client); return; } catch (AppFlowException) { } }")]
    [InlineData("using var all = labels.AsEnumerable().GetEnumerator(); while (all.MoveNext()) { try { await ConnectorRegistration.Update(all.Current).SendAsync(client); return; } catch (AppFlowException) { } }")]
    [InlineData("foreach (var l in labels) { var name = l; try { await ConnectorRegistration.Update(name).SendAsync(client); break; } catch (AppFlowException) { } }")]
    [InlineData("while (true) { try { Console.WriteLine(); } catch (AppFlowException) { continue; } await ConnectorRegistration.Update(label).SendAsync(client); break; }")]
    [InlineData("while (true) { try { await Task.Delay(1); return; } catch (AppFlowException) { await ConnectorRegistration.Update(label).SendAsync(client); } }")]
    [InlineData("var response = await ConnectorRegistration.Update(label).SendAsync(client); while (response.ConnectorArn is null) { try { response = await ConnectorRegistration.Update(label).SendAsync(client); } catch (AppFlowException) { } }")]
    [InlineData("while (true) { var token = condition ? label : ClientToken.New(); try { await ConnectorRegistration.Update(label).WithClientToken(token).SendAsync(client); return; } catch (AppFlowException) { } }")]
    [InlineData("while (true) { try { await ConnectorRegistration.Update(label).WithClientToken(Derive(label)).SendAsync(client); return; } catch (AppFlowException) { } }")]
    [InlineData("while (true) { try { var r = ConnectorRegistration.Update(label).WithClientToken(ClientToken.New()); await r.WithOperationId(label).SendAsync(client); return; } catch (AppFlowException) { } }")]
    [InlineData("var request = Next().Length > 3 ? ConnectorRegistration.Update(label) : Known(); while (true) { try { await request.SendAsync(client); return; } catch (AppFlowException) { } }")]
    [InlineData("var request = ConnectorRegistration.Update(label); Action change = () => request = request.WithOperationId(label); while (true) { try { change(); await request.SendAsync(client); return; } catch (AppFlowException) { } }")]
    [InlineData("while (true) { try { await ConnectorRegistration.Update(label).SendAsync(client); return; } catch (AppFlowException e) { await ConnectorRegistration.Update(label).WithClientToken(e.ClientToken).SendAsync(client); } }")]
    public Task A_request_that_may_change_between_attempts_is_silent(string statements) => Verify.BodyAsync(
        statements,
        """
        private bool _done;
        private static string Next() => "orders";
        private static string Derive(string label) => label;
        private static UpdateConnectorRegistrationRequest Known() => ConnectorRegistration.Update("orders").WithOperationId("release-42");
        private sealed class Candidates { public string Label { get; set; } = "orders"; public void MoveOn() => Label += "x"; }
        """);

    [Theory]
    // A token, or an id, that is the same at each attempt.
    [InlineData("""
        var token = ClientToken.New();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            try { await ConnectorRegistration.Update(label).WithClientToken(token).SendAsync(client); return; }
            catch (AppFlowException) { await Task.Delay(100); }
        }
        """)]
    [InlineData("""
        var run = ClientToken.New();
        while (true)
        {
            try { await ConnectorRegistration.Update(label).WithClientToken($"a-{run}").SendAsync(client); return; }
            catch (AppFlowException) { await Task.Delay(100); }
        }
        """)]
    [InlineData("""
        for (var token = ClientToken.New(); ;)
        {
            try { await ConnectorRegistration.Update(label).WithClientToken(token).SendAsync(client); return; }
            catch (AppFlowException) { await Task.Delay(100); }
        }
        """)]
    [InlineData("""
        var request = ConnectorRegistration.Update(label).WithClientToken(ClientToken.New());
        while (true)
        {
            try { await request.SendAsync(client); return; }
            catch (AppFlowException) { await Task.Delay(100); }
        }
        """)]
    [InlineData("""
        while (true)
        {
            try { await ConnectorRegistration.Update(label).WithOperationId("release-42").SendAsync(client); return; }
            catch (AppFlowException) { await Task.Delay(100); }
        }
        """)]
    // The failed call continues with its own token.
    [InlineData("""
        var request = ConnectorRegistration.Update(label);
        while (true)
        {
            try { await request.SendAsync(client); return; }
            catch (AppFlowException e) when (e.ClientToken is not null) { request = request.WithClientToken(e.ClientToken); }
        }
        """)]
    [InlineData("""
        string? token = null;
        while (true)
        {
            var request = ConnectorRegistration.Update(label);
            if (token is not null) request = request.WithClientToken(token);
            try { await request.SendAsync(client); return; }
            catch (AppFlowException e) { token = e.ClientToken; }
        }
        """)]
    [InlineData("""
        string? token = null;
        while (true)
        {
            token ??= ClientToken.New();
            try { await ConnectorRegistration.Update(label).WithClientToken(token).SendAsync(client); return; }
            catch (AppFlowException) { await Task.Delay(100); }
        }
        """)]
    // Fan-out: the request is different each time.
    [InlineData("""
        foreach (var l in labels)
        {
            try { await ConnectorRegistration.Update(l).SendAsync(client); }
            catch (AppFlowException e) { Console.WriteLine(e); continue; }
        }
        """)]
    [InlineData("""
        foreach (var l in labels)
        {
            try { await ConnectorRegistration.Update(l).SendAsync(client); return; }
            catch (AppFlowException e) { Console.WriteLine(e); }
        }
        """)]
    [InlineData("""
        var queue = new Queue<string>(labels);
        while (queue.TryDequeue(out var next))
        {
            try { await ConnectorRegistration.Update(next).SendAsync(client); }
            catch (AppFlowException e) { Console.WriteLine(e); queue.Enqueue(next); }
        }
        """)]
    [InlineData("""
        var i = 0;
        while (true)
        {
            try { await ConnectorRegistration.Update(labels[i++]).SendAsync(client); return; }
            catch (AppFlowException e) { Console.WriteLine(e); }
        }
        """)]
    [InlineData("""
        while (true)
        {
            try { foreach (var l in labels) { await ConnectorRegistration.Update(l).SendAsync(client); } break; }
            catch (AppFlowException e) { Console.WriteLine(e); }
        }
        """)]
    [InlineData("""
        while (true)
        {
            try { await Task.WhenAll(labels.Select(l => ConnectorRegistration.Update(l).SendAsync(client))); break; }
            catch (AppFlowException e) { Console.WriteLine(e); }
        }
        """)]
    // One client after the other.
    [InlineData("""
        foreach (var region in new[] { client, new AppFlowClient(new AppFlowClientOptions()) })
        {
            try { await ConnectorRegistration.Update(label).SendAsync(region); return; }
            catch (AppFlowException e) { Console.WriteLine(e); }
        }
        """)]
    // Timers and polling also repeat after success.
    [InlineData("""
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1));
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            try { await ConnectorRegistration.Update(label).SendAsync(client); }
            catch (AppFlowException e) { Console.WriteLine(e); }
        }
        """)]
    [InlineData("""
        while (!cancellationToken.IsCancellationRequested)
        {
            try { await ConnectorRegistration.Update(label).SendAsync(client); await Task.Delay(60000, cancellationToken); }
            catch (AppFlowException e) { Console.WriteLine(e); }
        }
        """)]
    [InlineData("""
        var done = false;
        while (!done)
        {
            try
            {
                var response = await ConnectorRegistration.Update(label).SendAsync(client);
                done = response.ConnectorArn == label;
            }
            catch (AppFlowException e) { Console.WriteLine(e); }
        }
        """)]
    [InlineData("for (var i = 0; i < 3; i++) { try { await ConnectorRegistration.Update(label).SendAsync(client); } catch (AppFlowException e) { Console.WriteLine(e); } }")]
    // The catch always leaves.
    [InlineData("""
        while (true)
        {
            try { await ConnectorRegistration.Update(label).SendAsync(client); return; }
            catch (AppFlowException e) { Console.WriteLine(e); break; }
        }
        """)]
    [InlineData("""
        while (condition)
        {
            try { await ConnectorRegistration.Update(label).SendAsync(client); return; }
            catch (AppFlowException e) { throw new InvalidOperationException("x", e); }
        }
        """)]
    [InlineData("""
        try { while (true) { await ConnectorRegistration.Update(label).SendAsync(client); if (condition) break; } }
        catch (AppFlowException e) { Console.WriteLine(e); }
        """)]
    // No token at all.
    [InlineData("""
        while (true)
        {
            try { await ConnectorRegistration.Describe(label).SendAsync(client); await ConnectorRegistration.Unregister(label).SendAsync(client); await ConnectorRegistration.List().SendAsync(client); return; }
            catch (AppFlowException) { await Task.Delay(100); }
        }
        """)]
    // A request from elsewhere may have a token.
    [InlineData("""
        while (true)
        {
            try { await Request().SendAsync(client); return; }
            catch (AppFlowException) { await Task.Delay(100); }
        }
        """)]
    [InlineData("""
        while (true)
        {
            try { await ConnectorRegistration.Update(label).WithDefaults().SendAsync(client); return; }
            catch (AppFlowException) { await Task.Delay(100); }
        }
        """)]
    [InlineData("""
        while (true)
        {
            var request = ConnectorRegistration.Update(label);
            if (condition) request = request.WithClientToken(ClientToken.New());
            try { await request.SendAsync(client); return; }
            catch (AppFlowException) { await Task.Delay(100); }
        }
        """)]
    [InlineData("""
        for (var attempt = 0; attempt < 3; attempt++)
        {
            try { await ConnectorRegistration.Update(Guid.NewGuid().ToString()).SendAsync(client); return; }
            catch (AppFlowException) { await Task.Delay(100); }
        }
        """)]
    [InlineData("try { await ConnectorRegistration.Update(label).SendAsync(client); } catch (AppFlowException) { await Task.Delay(100); }")]
    public Task Other_loops_are_silent(string statements) => Verify.FilesAsync(
        Verify.InMethod(statements, "private static UpdateConnectorRegistrationRequest Request() => ConnectorRegistration.Update(\"orders\");"),
        """
        internal static class Defaults
        {
            public static UpdateConnectorRegistrationRequest WithDefaults(this UpdateConnectorRegistrationRequest request) => request.WithOperationId("release-42");
        }
        """);

    [Theory]
    [InlineData("await pipeline.ExecuteAsync(async ct => await ConnectorRegistration.Update(label).{|AFF1004:SendAsync|}(client, ct));")]
    [InlineData("await pipeline.ExecuteAsync(async ct => { await ConnectorRegistration.Update(label).{|AFF1004:SendAsync|}(client, ct); }, cancellationToken);")]
    [InlineData("await pipeline.ExecuteAsync(static async (state, ct) => await ConnectorRegistration.Update(state).{|AFF1004:SendAsync|}(ct), label);")]
    [InlineData("await typed.ExecuteAsync(async ct => await ConnectorRegistration.Update(label).WithClientToken(ClientToken.New()).{|AFF1004:SendAsync|}(client, ct));")]
    [InlineData("await policy.ExecuteAsync(() => ConnectorRegistration.Update(label).{|AFF1004:SendAsync|}(client));")]
    [InlineData("await old.ExecuteAsync(() => ConnectorRegistration.Register(label).WithLambda(label).{|AFF1004:SendAsync|}(client));")]
    [InlineData("var request = ConnectorRegistration.Update(label); await policy.ExecuteAsync(() => request.{|AFF1004:SendAsync|}(client));")]
    [InlineData("foreach (var l in labels) await policy.ExecuteAsync(() => ConnectorRegistration.Update(l).{|AFF1004:SendAsync|}(client));")]
    [InlineData("pipeline.Execute(() => ConnectorRegistration.Update(label).{|AFF1004:SendAsync|}(client).Wait());")]
    [InlineData("var token = ClientToken.New(); await pipeline.ExecuteAsync(async ct => await ConnectorRegistration.Update(label).WithClientToken(token).SendAsync(client, ct));")]
    [InlineData("await pipeline.ExecuteAsync(async ct => await ConnectorRegistration.Update(label).WithOperationId(\"release-42\").SendAsync(client, ct));")]
    [InlineData("await policy.ExecuteAsync(() => ConnectorRegistration.Describe(label).SendAsync(client));")]
    [InlineData("await policy.ExecuteAsync(() => Task.WhenAll(labels.Select(l => ConnectorRegistration.Update(l).SendAsync(client))));")]
    [InlineData("await policy.ExecuteAsync(async () => { foreach (var l in labels) await ConnectorRegistration.Update(l).SendAsync(client); });")]
    [InlineData("await stranger.ExecuteAsync(() => ConnectorRegistration.Update(label).SendAsync(client));")]
    [InlineData("await Task.Run(() => ConnectorRegistration.Update(label).SendAsync(client));")]
    public Task A_pipeline_is_a_retry(string statements) => Verify.FilesAsync(
        Verify.InMethod(
            "Polly.ResiliencePipeline pipeline = null!; Polly.ResiliencePipeline<UpdateConnectorRegistrationResponse> typed = null!; "
            + "Polly.IAsyncPolicy policy = null!; Polly.AsyncPolicy old = null!; Mine.IAsyncPolicy stranger = null!;\n" + statements),
        Polly,
        "namespace Mine { public interface IAsyncPolicy { System.Threading.Tasks.Task ExecuteAsync(System.Func<System.Threading.Tasks.Task> action); } }");

    [Theory]
    [InlineData("while (true) { try { await new Charge { Amount = label }.{|AFF1004:SendAsync|}(); return; } catch (Exception) { await Task.Delay(1); } }")]
    [InlineData("while (true) { try { await new Charge().WithAmount(label).{|AFF1004:SendAsync|}(); return; } catch (Exception) { await Task.Delay(1); } }")]
    [InlineData("while (true) { try { await new Charge { Key = ClientToken.New() }.{|AFF1004:SendAsync|}(); return; } catch (Exception) { await Task.Delay(1); } }")]
    [InlineData("var key = ClientToken.New(); while (true) { try { await new Charge { Key = key }.SendAsync(); return; } catch (Exception) { await Task.Delay(1); } }")]
    [InlineData("while (true) { try { await new Stranger().SendAsync(); return; } catch (Exception) { await Task.Delay(1); } }")]
    public Task A_user_s_own_request_is_recognised_by_its_attributes(string statements) => Verify.FilesAsync(
        Verify.InMethod(statements),
        """
        [FluentRequest]
        public sealed record Charge
        {
            public string? Amount { get; init; }
            [IdempotencyToken]
            public string? Key { get; init; }
            public Charge WithAmount(string amount) => this with { Amount = amount };
            public Charge WithKey([IdempotencyToken] string key) => this with { Key = key };
            public Task SendAsync() => Task.CompletedTask;
        }

        public sealed class Stranger
        {
            public string? ClientToken { get; init; }
            public Task SendAsync() => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task The_message_says_what_happens_after_a_lost_answer() => Verify.MessageAsync(
        "AFF1004",
        "Each attempt of this retry sends UpdateConnectorRegistration without a client token, so a new one is made each time: when an answer is lost, the service applies the change again. Make one token before the first attempt, or call WithOperationId.",
        """
        while (true)
        {
            try { await ConnectorRegistration.Update(label).{|#0:SendAsync|}(client); return; }
            catch (AppFlowException) { await Task.Delay(100); }
        }
        """);
}
