using AppFlow.Fluent.Analyzers.Tests.Verification;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Tokens;

public sealed class SharedTokenTests
{
    private const string Members = """
        private readonly string _runToken = ClientToken.New();
        private string _token = ClientToken.New();
        private void Rotate() => _token = ClientToken.New();
        private static string TokenOf(string label) => label;
        private string Stored { get; } = ClientToken.New();
        private static string Made => ClientToken.New();
        private static Task Publish(string label, [IdempotencyToken] string token) => ConnectorRegistration.Update(label).WithClientToken(token).SendAsync();
        private static Task PublishTo(AppFlowClient client, string label, [IdempotencyToken] string token, int attempt = 0) => ConnectorRegistration.Update(label).WithClientToken(token).SendAsync(client);
        private static Task Save([IdempotencyToken] string token) => Task.CompletedTask;
        """;

    [Theory]
    [InlineData("var token = ClientToken.New(); foreach (var l in labels) { await ConnectorRegistration.Update(l).WithClientToken({|AFF1002:token|}).SendAsync(client); }")]
    [InlineData("var token = ClientToken.New(); foreach (var l in labels) await ConnectorRegistration.Update(label).WithClientToken({|AFF1002:token|}).WithDescription(l).SendAsync(client);")]
    [InlineData("var token = ClientToken.New(); for (var i = 0; i < labels.Length; i++) { var name = labels[i]; await ConnectorRegistration.Update(name).WithClientToken({|AFF1002:token|}).SendAsync(client); }")]
    [InlineData("var token = ClientToken.New(); var queue = new Queue<string>(labels); while (queue.TryDequeue(out var next)) await ConnectorRegistration.Update(next).WithClientToken({|AFF1002:token|}).SendAsync(client);")]
    [InlineData("var token = ClientToken.New(); string? line; while ((line = Console.ReadLine()) != null) await ConnectorRegistration.Update(line).WithClientToken({|AFF1002:token|}).SendAsync(client);")]
    [InlineData("var token = ClientToken.New(); var i = 0; do { await ConnectorRegistration.Update($\"orders{i}\").WithClientToken({|AFF1002:token|}).SendAsync(client); i++; } while (i < 3);")]
    [InlineData("await foreach (var l in Stream()) await ConnectorRegistration.Update(l).WithClientToken({|AFF1002:label|}).SendAsync(client);")]
    [InlineData("foreach (var l in labels) await ConnectorRegistration.Update(l).WithClientToken({|AFF1002:_runToken|}).SendAsync(client);")]
    [InlineData("foreach (var l in labels) await ConnectorRegistration.Update(l).WithClientToken({|AFF1002:_token|}).SendAsync(client);")]
    [InlineData("foreach (var l in labels) await ConnectorRegistration.Update(l).WithClientToken({|AFF1002:$\"run-{label}\"|}).SendAsync(client);")]
    [InlineData("for (var token = ClientToken.New(); condition;) foreach (var l in labels) await ConnectorRegistration.Update(l).WithClientToken({|AFF1002:token|}).SendAsync(client);")]
    [InlineData("foreach (var (key, value) in new Dictionary<string, string>()) await ConnectorRegistration.Update(key).WithDescription(value).WithClientToken({|AFF1002:label|}).SendAsync(client);")]
    // The token is set on a template, before the loop that completes it.
    [InlineData("var template = ConnectorRegistration.Update().WithClientToken({|AFF1002:ClientToken.New()|}); foreach (var l in labels) await template.WithConnectorLabel(l).SendAsync(client);")]
    [InlineData("foreach (var l in labels) { var r = ConnectorRegistration.Update(l); r = r.WithClientToken({|AFF1002:label|}); await r.SendAsync(client); }")]
    // Each item has its own retry, but all of them share one token.
    [InlineData("""
        var token = ClientToken.New();
        foreach (var l in labels)
        {
            while (true)
            {
                try { await ConnectorRegistration.Update(l).WithClientToken({|AFF1002:token|}).SendAsync(client); break; }
                catch (AppFlowException) { await Task.Delay(100); }
            }
        }
        """)]
    [InlineData("""
        for (var attempt = 0; attempt < 3; attempt++)
        {
            try { await ConnectorRegistration.Update(label).WithDescription($"attempt {attempt}").WithClientToken({|AFF1002:_runToken|}).SendAsync(client); return; }
            catch (AppFlowException) { await Task.Delay(100); }
        }
        """)]
    // Hard-coded, at one place.
    [InlineData("foreach (var l in labels) await ConnectorRegistration.Update(l).WithClientToken({|AFF1002:\"nightly\"|}).SendAsync(client);")]
    [InlineData("const string token = \"nightly\"; foreach (var l in labels) await ConnectorRegistration.Update(l).WithClientToken({|AFF1002:token|}).SendAsync(client);")]
    [InlineData("foreach (var l in labels) await ConnectorRegistration.Update(l).WithClientToken(condition ? {|AFF1002:\"nightly\"|} : {|AFF1002:\"daily\"|}).SendAsync(client);")]
    [InlineData("var template = ConnectorRegistration.Update().WithClientToken({|AFF1002:\"nightly\"|}); foreach (var l in labels) await template.WithConnectorLabel(l).SendAsync(client);")]
    [InlineData("using var all = labels.AsEnumerable().GetEnumerator(); while (all.MoveNext()) await ConnectorRegistration.Update(all.Current).WithClientToken({|AFF1002:label|}).SendAsync(client);")]
    [InlineData("foreach (var l in labels) await ConnectorRegistration.Update(l).WithClientToken({|AFF1002:Stored|}).SendAsync(client);")]
    [InlineData("foreach (var l in labels) { if (l == label) { continue; } await ConnectorRegistration.Update(l).WithClientToken({|AFF1002:_runToken|}).SendAsync(client); }")]
    [InlineData("await Send(label); async Task Send(string token) { foreach (var l in labels) await ConnectorRegistration.Update(l).WithClientToken({|AFF1002:token|}).SendAsync(client); }")]
    [InlineData("foreach (var l in labels) { try { await ConnectorRegistration.Update(l).WithClientToken({|AFF1002:label|}).SendAsync(client); break; } catch (AppFlowException) { } }")]
    [InlineData("foreach (var l in labels) { var alias = label; await ConnectorRegistration.Update(l).WithClientToken({|AFF1002:alias|}).SendAsync(client); }")]
    // On one of the paths through the loop.
    [InlineData("var token = ClientToken.New(); foreach (var l in labels) { await ConnectorRegistration.Update(l).WithClientToken({|AFF1002:token|}).SendAsync(client); if (condition) Change(ref token); }")]
    [InlineData("foreach (var l in labels) { var r = ConnectorRegistration.Update(l); if (condition) r = r.WithClientToken({|AFF1002:_runToken|}); await r.SendAsync(client); }")]
    public Task A_token_that_a_loop_does_not_change_is_flagged(string statements) => Verify.BodyAsync(
        statements,
        Members + "\nprivate static void Change(ref string token) => token = ClientToken.New();\nprivate static async IAsyncEnumerable<string> Stream() { await Task.Yield(); yield return \"orders\"; }");

    [Theory]
    [InlineData("var token = ClientToken.New(); await Task.WhenAll(labels.Select(l => ConnectorRegistration.Update(l).WithClientToken({|AFF1002:token|}).SendAsync(client)));")]
    [InlineData("var token = ClientToken.New(); await Task.WhenAll(labels.Select(async (l, i) => { await ConnectorRegistration.Update(label + i).WithClientToken({|AFF1002:token|}).SendAsync(client); }));")]
    [InlineData("var token = ClientToken.New(); await Task.WhenAll(from l in labels select ConnectorRegistration.Update(l).WithClientToken({|AFF1002:token|}).SendAsync(client));")]
    [InlineData("await Parallel.ForEachAsync(labels, async (l, ct) => await ConnectorRegistration.Update(l).WithClientToken({|AFF1002:label|}).SendAsync(client, ct));")]
    [InlineData("Parallel.ForEach(labels, l => ConnectorRegistration.Update(l).WithClientToken({|AFF1002:_runToken|}).SendAsync(client).Wait());")]
    [InlineData("labels.ToList().ForEach(l => ConnectorRegistration.Update(l).WithClientToken({|AFF1002:label|}).SendAsync(client).Wait());")]
    [InlineData("var requests = labels.Select(l => ConnectorRegistration.Update(l).WithClientToken(label)).ToList();")]
    [InlineData("var tasks = new List<Task>(); foreach (var l in labels) tasks.Add(Task.Run(() => ConnectorRegistration.Update(l).WithClientToken({|AFF1002:label|}).SendAsync(client)));")]
    [InlineData("await Task.WhenAll(labels.Select(l => { var token = ClientToken.New(); return ConnectorRegistration.Update(l).WithClientToken(token).SendAsync(client); }));")]
    [InlineData("await Task.WhenAll(labels.Select(l => ConnectorRegistration.Update(l).WithClientToken(label + l).SendAsync(client)));")]
    [InlineData("await Parallel.ForEachAsync(labels, async (l, ct) => await ConnectorRegistration.Update(l).WithClientToken(TokenOf(l)).SendAsync(client, ct));")]
    [InlineData("await Task.WhenAll(new[] { client }.Select(c => ConnectorRegistration.Update(label).WithClientToken(_runToken).SendAsync(c)));")]
    [InlineData("await Task.Run(() => ConnectorRegistration.Update(label).WithClientToken(_runToken).SendAsync(client));")]
    public Task A_lambda_that_runs_for_each_item_is_a_loop(string statements) => Verify.BodyAsync(statements, Members);

    [Theory]
    [InlineData("foreach (var l in labels) { var token = ClientToken.New(); await ConnectorRegistration.Update(l).WithClientToken(token).SendAsync(client); }")]
    [InlineData("foreach (var l in labels) await ConnectorRegistration.Update(l).WithClientToken(ClientToken.New()).SendAsync(client);")]
    [InlineData("foreach (var l in labels) await ConnectorRegistration.Update(l).WithClientToken($\"{_runToken}-{l}\").SendAsync(client);")]
    [InlineData("for (var i = 0; i < 3; i++) await ConnectorRegistration.Update(labels[i]).WithClientToken(label + i).SendAsync(client);")]
    [InlineData("string token; foreach (var l in labels) { token = ClientToken.New(); await ConnectorRegistration.Update(l).WithClientToken(token).SendAsync(client); }")]
    [InlineData("var token = ClientToken.New(); foreach (var l in labels) { await ConnectorRegistration.Update(l).WithClientToken(token).SendAsync(client); token = ClientToken.New(); }")]
    [InlineData("var token = ClientToken.New(); Action next = () => token = ClientToken.New(); foreach (var l in labels) { await ConnectorRegistration.Update(l).WithClientToken(token).SendAsync(client); next(); }")]
    [InlineData("var tokens = labels.ToDictionary(l => l, _ => ClientToken.New()); foreach (var l in labels) await ConnectorRegistration.Update(l).WithClientToken(tokens[l]).SendAsync(client);")]
    [InlineData("foreach (var l in labels) { Rotate(); await ConnectorRegistration.Update(l).WithClientToken(_token).SendAsync(client); }")]
    [InlineData("foreach (var l in labels) await ConnectorRegistration.Update(l).WithClientToken(TokenOf(label)).SendAsync(client);")]
    [InlineData("foreach (var c in new[] { client }) await ConnectorRegistration.Update(label).WithClientToken(_runToken).SendAsync(c);")]
    [InlineData("foreach (var l in labels) { var r = ConnectorRegistration.Update(l).WithClientToken(_runToken); await r.WithOperationId(\"release-42\").SendAsync(client); }")]
    [InlineData("foreach (var l in labels) { if (l == label) { await ConnectorRegistration.Update(l).WithClientToken(_runToken).SendAsync(client); break; } }")]
    [InlineData("foreach (var l in labels) await ConnectorRegistration.Update(l).WithOperationId(label).SendAsync(client);")]
    [InlineData("foreach (var l in labels) { try { await ConnectorRegistration.Update(l).SendAsync(client); } catch (AppFlowException e) when (e.ClientToken is not null) { await ConnectorRegistration.Update(l).WithClientToken(e.ClientToken).SendAsync(client); } }")]
    [InlineData("""
        for (var attempt = 0; attempt < 3; attempt++)
        {
            try { await ConnectorRegistration.Update(label).WithClientToken(_runToken).SendAsync(client); return; }
            catch (AppFlowException) { Console.WriteLine(attempt); }
        }
        """)]
    [InlineData("""
        foreach (var l in labels)
        {
            var token = ClientToken.New();
            while (true)
            {
                try { await ConnectorRegistration.Update(l).WithClientToken(token).SendAsync(client); break; }
                catch (AppFlowException) { await Task.Delay(100); }
            }
        }
        """)]
    [InlineData("foreach (var l in labels) await ConnectorRegistration.Update(l).WithClientToken(Made).SendAsync(client);")]
    [InlineData("foreach (var l in labels) await ConnectorRegistration.Update(l).WithClientToken(null!).SendAsync(client);")]
    [InlineData("var i = 0; foreach (var l in labels) await ConnectorRegistration.Update(l).WithClientToken($\"{label}-{i++}\").SendAsync(client);")]
    [InlineData("var used = new Queue<string>(labels); foreach (var l in labels) await ConnectorRegistration.Update(l).WithClientToken(used.Dequeue()).SendAsync(client);")]
    [InlineData("foreach (var (l, token) in labels.Zip(labels)) await ConnectorRegistration.Update(l).WithClientToken(token).SendAsync(client);")]
    [InlineData("foreach (var l in labels) await Send(ClientToken.New(), l); Task Send(string token, string l) => ConnectorRegistration.Update(l).WithClientToken(token).SendAsync(client);")]
    [InlineData("foreach (var l in labels) await ConnectorRegistration.Update(label).WithClientToken(_runToken).SendAsync(client, new CancellationTokenSource(l.Length).Token);")]
    public Task A_token_that_changes_together_with_the_request_is_silent(string statements) => Verify.BodyAsync(statements, Members);

    [Theory]
    [InlineData("var token = ClientToken.New(); await ConnectorRegistration.Update(\"orders\").WithClientToken(token).SendAsync(client); await ConnectorRegistration.Update(\"invoices\").WithClientToken({|AFF1002:token|}).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(label).WithClientToken(label).SendAsync(client); await ConnectorRegistration.Update(label).WithDescription(\"x\").WithClientToken({|AFF1002:label|}).SendAsync(client);")]
    [InlineData("var token = ClientToken.New(); await ConnectorRegistration.Register(label).WithLambda(label).WithClientToken(token).SendAsync(client); await ConnectorRegistration.Update(label).WithClientToken(token).SendAsync(client);")]
    [InlineData("var token = ClientToken.New(); await Task.WhenAll(ConnectorRegistration.Update(labels[0]).WithClientToken(token).SendAsync(client), ConnectorRegistration.Update(labels[1]).WithClientToken({|AFF1002:token|}).SendAsync(client));")]
    [InlineData("var token = ClientToken.New(); await ConnectorRegistration.Update(\"orders\").WithClientToken(token).SendAsync(client); if (condition) await ConnectorRegistration.Update(\"invoices\").WithClientToken({|AFF1002:token|}).SendAsync(client); else await ConnectorRegistration.Update(\"stock\").WithClientToken({|AFF1002:token|}).SendAsync(client);")]
    [InlineData("var token = ClientToken.New(); try { await ConnectorRegistration.Update(\"orders\").WithClientToken(token).SendAsync(client); } catch (AppFlowException) { await ConnectorRegistration.Update(\"invoices\").WithClientToken({|AFF1002:token|}).SendAsync(client); }")]
    [InlineData("foreach (var l in labels) { var token = ClientToken.New(); await ConnectorRegistration.Update(l).WithClientToken(token).SendAsync(client); await ConnectorRegistration.Update(l + \"-copy\").WithClientToken({|AFF1002:token|}).SendAsync(client); }")]
    [InlineData("var token = ClientToken.New(); var first = ConnectorRegistration.Update(\"orders\").WithClientToken(token); var second = ConnectorRegistration.Update(\"invoices\").WithClientToken({|AFF1002:token|}); await first.SendAsync(client); await second.SendAsync(client);")]
    [InlineData("var template = ConnectorRegistration.Update().WithClientToken({|AFF1002:ClientToken.New()|}); await template.WithConnectorLabel(\"orders\").SendAsync(client); await template.WithConnectorLabel(\"invoices\").SendAsync(client);")]
    // The same request again.
    [InlineData("var token = ClientToken.New(); await ConnectorRegistration.Update(label).WithClientToken(token).SendAsync(client); await ConnectorRegistration.Update(label).WithClientToken(token).SendAsync(new AppFlowClient(new AppFlowClientOptions()));")]
    [InlineData("var token = ClientToken.New(); try { await ConnectorRegistration.Update(label).WithClientToken(token).SendAsync(client); } catch (AppFlowException) { await ConnectorRegistration.Update(label).WithClientToken(token).SendAsync(client); }")]
    [InlineData("var token = ClientToken.New(); var name = label; await ConnectorRegistration.Update(label).WithClientToken(token).SendAsync(client); await ConnectorRegistration.Update(name).WithClientToken(token).SendAsync(client);")]
    [InlineData("var token = ClientToken.New(); await ConnectorRegistration.Update(label).WithDescription(\"x\").WithClientToken(token).SendAsync(client); await ConnectorRegistration.Update(label).WithClientToken(token).WithDescription(\"x\").SendAsync(client);")]
    // One or the other.
    [InlineData("var token = ClientToken.New(); if (condition) await ConnectorRegistration.Update(\"orders\").WithClientToken(token).SendAsync(client); else await ConnectorRegistration.Update(\"invoices\").WithClientToken(token).SendAsync(client);")]
    [InlineData("var token = ClientToken.New(); if (condition) { await ConnectorRegistration.Update(\"orders\").WithClientToken(token).SendAsync(client); return; } await ConnectorRegistration.Update(\"invoices\").WithClientToken(token).SendAsync(client);")]
    [InlineData("var token = ClientToken.New(); switch (label) { case \"a\": await ConnectorRegistration.Update(\"orders\").WithClientToken(token).SendAsync(client); break; default: await ConnectorRegistration.Update(\"invoices\").WithClientToken(token).SendAsync(client); break; }")]
    [InlineData("var token = ClientToken.New(); await (condition ? ConnectorRegistration.Update(\"orders\").WithClientToken(token).SendAsync(client) : ConnectorRegistration.Update(\"invoices\").WithClientToken(token).SendAsync(client));")]
    [InlineData("var token = ClientToken.New(); await (label switch { \"a\" => ConnectorRegistration.Update(\"orders\").WithClientToken(token).SendAsync(client), _ => ConnectorRegistration.Update(\"invoices\").WithClientToken(token).SendAsync(client) });")]
    [InlineData("var token = ClientToken.New(); if (condition) await ConnectorRegistration.Update(\"orders\").WithClientToken(token).SendAsync(client); if (!condition) await ConnectorRegistration.Update(\"invoices\").WithClientToken(token).SendAsync(client);")]
    // Another value, or another one on one of the paths.
    [InlineData("var token = ClientToken.New(); await ConnectorRegistration.Update(\"orders\").WithClientToken(token).SendAsync(client); token = ClientToken.New(); await ConnectorRegistration.Update(\"invoices\").WithClientToken(token).SendAsync(client);")]
    [InlineData("var token = ClientToken.New(); await ConnectorRegistration.Update(\"orders\").WithClientToken(token).SendAsync(client); if (condition) token = ClientToken.New(); await ConnectorRegistration.Update(\"invoices\").WithClientToken({|AFF1002:token|}).SendAsync(client);")]
    [InlineData("var token = ClientToken.New(); await ConnectorRegistration.Update(\"orders\").WithClientToken(token).SendAsync(client); foreach (var l in labels) { token = ClientToken.New(); await ConnectorRegistration.Update(l).WithClientToken(token).SendAsync(client); }")]
    [InlineData("await ConnectorRegistration.Update(\"orders\").WithClientToken(ClientToken.New()).SendAsync(client); await ConnectorRegistration.Update(\"invoices\").WithClientToken(ClientToken.New()).SendAsync(client);")]
    public Task A_variable_that_two_different_requests_get_is_flagged_at_the_second(string statements) => Verify.BodyAsync(statements, Members);

    [Theory]
    [InlineData("foreach (var l in labels) await Publish(l, {|AFF1002:label|});")]
    [InlineData("foreach (var l in labels) await PublishTo(client, token: {|AFF1002:_runToken|}, label: l);")]
    [InlineData("await Task.WhenAll(labels.Select(l => Publish(l, {|AFF1002:_runToken|})));")]
    [InlineData("await Publish(\"orders\", label); await Publish(\"invoices\", {|AFF1002:label|});")]
    [InlineData("foreach (var l in labels) _ = new Step(l, {|AFF1002:label|});")]
    [InlineData("foreach (var l in labels) _ = new Step(l, l) { Note = l, Again = {|AFF1002:label|} };")]
    [InlineData("foreach (var l in labels) await Publish(l, label + l);")]
    [InlineData("foreach (var l in labels) await Publish(label, _runToken);")]
    [InlineData("foreach (var c in new[] { client }) await PublishTo(c, label, _runToken);")]
    [InlineData("await Publish(label, _runToken); await Publish(label, _runToken);")]
    [InlineData("var token = ClientToken.New(); await Save(token); await Publish(label, token);")]
    [InlineData("for (var i = 0; i < 3; i++) { try { await PublishTo(client, label, _runToken, i); return; } catch (AppFlowException) { await Task.Delay(100); } }")]
    [InlineData("foreach (var l in labels) await Unmarked(l, label);")]
    public Task A_wrapper_is_a_send(string statements) => Verify.BodyAsync(
        statements,
        Members + """

            private static Task Unmarked(string label, string token) => Task.CompletedTask;
            private sealed class Step(string label, [IdempotencyToken] string? token = null)
            {
                public string Note { get; init; } = label + token;
                [IdempotencyToken]
                public string? Again { get; init; }
            }
            """);

    [Fact]
    public Task Top_level_statements_are_a_body() => Verify.ProgramAsync("""
        var token = ClientToken.New();
        foreach (var label in args)
        {
            await ConnectorRegistration.Update(label).WithClientToken({|AFF1002:token|}).SendAsync();
        }

        var template = ConnectorRegistration.Update();
        await template.{|AFF2001:SendAsync|}();
        """);

    [Fact]
    public Task The_message_says_that_the_loop_changes_the_request() => Verify.MessageAsync(
        "AFF1002",
        "The client token 'token' stays the same while the loop sends different requests: the service refuses a token that comes with different input, or treats the second request as the first. Leave the token out, or call WithOperationId.",
        "var token = ClientToken.New(); foreach (var l in labels) await ConnectorRegistration.Update(l).WithClientToken({|#0:token|}).SendAsync(client);");

    [Fact]
    public Task The_message_says_that_the_lambda_runs_for_each_item() => Verify.MessageAsync(
        "AFF1002",
        "The client token 'token' stays the same while this function, which is run for each item, sends different requests: the service refuses a token that comes with different input, or treats the second request as the first. Leave the token out, or call WithOperationId.",
        "var token = ClientToken.New(); await Task.WhenAll(labels.Select(l => ConnectorRegistration.Update(l).WithClientToken({|#0:token|}).SendAsync(client)));");

    [Fact]
    public Task The_message_names_the_line_of_the_other_request() => Verify.MessageAsync(
        "AFF1002",
        "The client token 'token' is sent with this request and with another one at line 7: the service refuses a token that comes with different input, or treats the second request as the first. Leave the token out, or call WithOperationId.",
        """
        var token = ClientToken.New();
        await ConnectorRegistration.Update("orders").WithClientToken(token).SendAsync(client);
        await ConnectorRegistration.Update("invoices").WithClientToken({|#0:token|}).SendAsync(client);
        """);
}
