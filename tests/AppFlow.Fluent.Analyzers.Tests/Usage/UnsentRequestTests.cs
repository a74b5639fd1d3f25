using AppFlow.Fluent.Analyzers.Tests.Verification;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Usage;

public sealed class UnsentRequestTests
{
    [Theory]
    [InlineData("""var {|AFF4002:r|} = ConnectorRegistration.Update("orders");""")]
    [InlineData("""UpdateConnectorRegistrationRequest {|AFF4002:r|} = ConnectorRegistration.Update("orders").WithDescription("x");""")]
    [InlineData("""var {|AFF4002:r|} = ConnectorRegistration.Update("orders"); r.{|AFF4001:WithDescription|}("x");""")]
    [InlineData("""var {|AFF4002:r|} = ConnectorRegistration.Update("orders"); r?.{|AFF4001:WithDescription|}("x");""")]
    [InlineData("""var {|AFF4002:r|} = ConnectorRegistration.Update("orders"); r = r.WithDescription("x");""")]
    [InlineData("""var {|AFF4002:r|} = ConnectorRegistration.Update("orders"); if (condition) { r = condition ? r.WithDescription("x") : r; }""")]
    [InlineData("""var r = ConnectorRegistration.Update("orders"); var {|AFF4002:s|} = r.WithDescription("x");""")]
    [InlineData("""UpdateConnectorRegistrationRequest? {|AFF4002:r|} = null; r = ConnectorRegistration.Update("orders");""")]
    [InlineData("""UpdateConnectorRegistrationRequest {|AFF4002:r|}; r = condition ? ConnectorRegistration.Update("orders") : ConnectorRegistration.Update(label);""")]
    [InlineData("""var {|AFF4002:r|} = new OrderRequest("ann");""")]
    [InlineData("""OrderRequest {|AFF4002:r|} = new() { Customer = "ann" }; r.{|AFF4001:WithVip|}();""")]
    [InlineData("""UpdateConnectorRegistrationRequest {|AFF4002:r|} = condition ? null! : labels.Length > 1 ? ConnectorRegistration.Update("a1") : ConnectorRegistration.Update("b1");""")]
    [InlineData("""var {|AFF4002:r|} = Load().WithDescription("x"); static UpdateConnectorRegistrationRequest Load() => ConnectorRegistration.Update("orders");""")]
    [InlineData("""Action a = () => { var {|AFF4002:r|} = ConnectorRegistration.Update("orders"); }; a();""")]
    [InlineData("""Go(); void Go() { var {|AFF4002:r|} = ConnectorRegistration.List(); r = r.WithMaxResults(3); }""")]
    [InlineData("""var {|AFF4002:r|} = ConnectorRegistration.Update("orders"); Console.WriteLine(nameof(r));""")]
    [InlineData("""var {|AFF4002:r|} = ConnectorRegistration.Update("orders"); Console.WriteLine(nameof(r.ConnectorLabel)); // r.SendAsync()""")]
    [InlineData("""var {|AFF4002:r|} = labels.Length switch { 0 => ConnectorRegistration.Update(), 1 => ConnectorRegistration.Update(label), _ => throw new InvalidOperationException() };""")]
    [InlineData("""UpdateConnectorRegistrationRequest? none = null; var {|AFF4002:r|} = none ?? ConnectorRegistration.Update(label);""")]
    [InlineData("""var r = ConnectorRegistration.Update("orders"); var {|AFF4002:copy|} = r;""")]
    [InlineData("""var r = ConnectorRegistration.Update("orders"); var s = r.WithDescription("x"); var {|AFF4002:t|} = s.WithLambda(label);""")]
    [InlineData("""var r = ConnectorRegistration.Update("orders"); var {|AFF4002:s|} = r.WithDescription("x"); var {|AFF4002:t|} = r.WithDescription("y");""")]
    [InlineData("""var a = ConnectorRegistration.Update("orders"); var {|AFF4002:b|} = a.WithDescription("x"); a = b;""")]
    [InlineData("""var r = new OrderRequest("ann"); var {|AFF4002:s|} = r with { Note = "x" };""")]
    [InlineData("""UpdateConnectorRegistrationRequest {|AFF4002:a|} = ConnectorRegistration.Update("a1"), b = ConnectorRegistration.Update("b1"); await b.SendAsync(client);""")]
    public Task An_unused_request_is_flagged(string statements) => Verify.FilesAsync(Verify.InMethod(statements), OwnRequests.Order);

    [Theory]
    [InlineData("await r.SendAsync(client);")]
    [InlineData("_ = r.SendAsync(client);")]
    [InlineData("await r.SendAsync(client).ConfigureAwait(false);")]
    [InlineData("await r.WithDescription(\"x\").SendAsync(client);")]
    [InlineData("r = r.WithDescription(\"x\"); await r.SendAsync(client);")]
    [InlineData("var s = r.WithDescription(\"x\"); await s.SendAsync(client);")]
    [InlineData("var s = r; await s.SendAsync(client);")]
    [InlineData("Take(r);")]
    [InlineData("Take(r.WithDescription(\"x\"));")]
    [InlineData("_stored = r;")]
    [InlineData("_stored = r.WithDescription(\"x\");")]
    [InlineData("_all.Add(r);")]
    [InlineData("UpdateConnectorRegistrationRequest[] all = [r, r.WithDescription(\"x\")]; Take(all);")]
    [InlineData("Func<Task> send = () => r.SendAsync(client); await send();")]
    [InlineData("void Set() { r = r.WithDescription(\"x\"); } Set();")]
    [InlineData("if (r == _stored) return;")]
    [InlineData("Console.WriteLine(r.ConnectorLabel);")]
    [InlineData("Console.WriteLine($\"{r}\");")]
    [InlineData("Console.WriteLine(nameof(r)); await r.SendAsync(client);")]
    [InlineData("var copy = r; var more = copy.WithDescription(\"x\"); await more.SendAsync(client);")]
    [InlineData("\n#if DEPLOY\nawait r.SendAsync(client);\n#endif")]
    [InlineData("\n#if DEPLOY\nConsole.WriteLine(1);\n#else\nawait Task.Yield();\n#endif\n#if OTHER\n_ = r.SendAsync();\n#endif")]
    [InlineData("\n#if DEPLOY\nvar s = r;\nawait s.SendAsync(client);\n#endif")]
    [InlineData("_ = r;")]
    [InlineData("_ = r.WithDescription(\"x\");")]
    [InlineData("Change(ref r);")]
    [InlineData("object o = r; Take(o);")]
    [InlineData("(r, var n) = (ConnectorRegistration.Update(label), 1); Take(r);")]
    [InlineData("r ??= ConnectorRegistration.Update(label); await r!.SendAsync(client);")]
    [InlineData("foreach (var l in labels) { await r.WithConnectorLabel(l).SendAsync(client); }")]
    [InlineData("await (condition ? r : r.WithDescription(\"x\")).SendAsync(client);")]
    [InlineData("Task task = r?.SendAsync(client) ?? Task.CompletedTask; await task;")]
    [InlineData("Func<UpdateConnectorRegistrationRequest, bool> same = r.Equals; same(r);")]
    public Task A_used_request_is_silent(string statements) => Verify.BodyAsync(
        "var r = ConnectorRegistration.Update(\"orders\");\n" + statements,
        """
        private UpdateConnectorRegistrationRequest? _stored;
        private List<UpdateConnectorRegistrationRequest> _all = [];
        private static void Take(object o) { }
        private static void Change(ref UpdateConnectorRegistrationRequest r) { }
        """);

    [Theory]
    [InlineData("var _ = ConnectorRegistration.Update(\"orders\");")]
    [InlineData("_ = ConnectorRegistration.Update(\"orders\");")]
    [InlineData("var r = Load();")]
    [InlineData("var r = _field;")]
    [InlineData("var r = condition ? Load() : ConnectorRegistration.Update(\"orders\");")]
    [InlineData("UpdateConnectorRegistrationRequest? r = null;")]
    [InlineData("UpdateConnectorRegistrationRequest r;")]
    [InlineData("foreach (var r in new[] { _field }) { }")]
    [InlineData("if (_field is { } r) return;")]
    [InlineData("Load(out var r);")]
    [InlineData("var r = Elsewhere.ConnectorRegistration.Update(\"orders\");")]
    [InlineData("var r = ConnectorRegistration.Update(\"orders\").SendAsync(client);")]
    [InlineData("var answer = await ConnectorRegistration.Update(\"orders\").SendAsync(client);")]
    public Task Other_values_and_requests_built_elsewhere_are_silent(string statements) => Verify.FilesAsync(
        Verify.InMethod(
            statements,
            """
            private readonly UpdateConnectorRegistrationRequest _field = ConnectorRegistration.Update("orders");
            private UpdateConnectorRegistrationRequest Load() => _field;
            private void Load(out UpdateConnectorRegistrationRequest r) => r = _field;
            """),
        OwnRequests.Doppelgangers);

    [Fact]
    public Task A_request_that_is_returned_is_silent() => Verify.FilesAsync("""
        public static class Requests
        {
            public static UpdateConnectorRegistrationRequest One(string label)
            {
                var r = ConnectorRegistration.Update(label);
                return r;
            }

            public static UpdateConnectorRegistrationRequest Two(string label)
            {
                var r = ConnectorRegistration.Update(label);
                return r.WithDescription("x");
            }

            public static IEnumerable<UpdateConnectorRegistrationRequest> Many(string label)
            {
                var r = ConnectorRegistration.Update(label);
                yield return r;
            }
        }
        """);

    [Fact]
    public Task Generated_code_is_silent() => Verify.FilesAsync("""
        // <auto-generated/>
        public static class G { public static void Go() { var r = ConnectorRegistration.Update("orders"); } }
        """);

    [Theory]
    [InlineData("\n#if DEPLOY\nvar requests = 1;\n#endif")]
    [InlineData("\n#if !DEPLOY\nawait Task.Yield();\n#endif")]
    public Task A_name_with_the_same_prefix_is_not_a_use(string statements) =>
        Verify.BodyAsync("var {|AFF4002:request|} = ConnectorRegistration.Update(label);\n" + statements);

    [Fact]
    public Task Code_inside_an_exception_assertion_is_silent() => Verify.FilesAsync(
        Verify.InMethod("""
            Assert.Throws<ArgumentException>(() => { var r = ConnectorRegistration.Update(label); });
            Assert.DoesNotThrow(() => { var {|AFF4002:r|} = ConnectorRegistration.Update(label); });
            """),
        Assertions.Source);

    [Fact]
    public Task The_class_of_the_request_may_keep_its_own_requests() => Verify.FilesAsync("""
        [FluentRequest]
        public sealed record Mine
        {
            public string? Name { get; init; }
            public Mine WithName(string name) => this with { Name = name };
            public static void Check() { var mine = new Mine().WithName("a"); }
        }

        public static class Uses { public static void Go() { var {|AFF4002:mine|} = new Mine().WithName("a"); } }
        """);

    [Fact]
    public Task The_message_names_no_send_that_does_not_exist() => Verify.MessageAsync(
        "AFF4002",
        "The request 'mine' is built and never sent: the service never receives it. Use it, or remove it.",
        "var {|#0:mine|} = new Mine();",
        otherFiles: "[FluentRequest] public sealed class Mine { public string? Name { get; set; } }");

    [Fact]
    public Task The_message_says_that_the_service_never_receives_the_request() => Verify.MessageAsync(
        "AFF4002",
        "The request 'request' is built and never sent: the service never receives it. Call SendAsync, or remove it.",
        """var {|#0:request|} = ConnectorRegistration.Update("orders").WithDescription("adds paging");""");
}
