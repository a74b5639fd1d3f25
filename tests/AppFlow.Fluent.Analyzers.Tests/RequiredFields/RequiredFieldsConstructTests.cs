using AppFlow.Fluent.Analyzers.Tests.Verification;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.RequiredFields;

/// <summary>Each language construct in a pair: a path without the field, and the same with the field set.</summary>
public sealed class RequiredFieldsConstructTests
{
    private const string Set = "r = r.WithConnectorLabel(label)";

    [Theory]
    [InlineData("if", "if (condition) { SET; }", "if (condition) { SET; } else { SET; }")]
    [InlineData("else if", "if (condition) { SET; } else if (labels.Length == 0) { SET; }", "if (condition) { SET; } else if (labels.Length == 0) { SET; } else { SET; }")]
    [InlineData("early return", "if (condition) { SET; }", "if (!condition) { return; } SET;")]
    [InlineData("throw", "if (condition) { SET; }", "if (condition) { SET; } else { throw new InvalidOperationException(); }")]
    [InlineData("conditional expression", "r = condition ? r : r.WithConnectorLabel(label);", "r = condition ? r.WithConnectorLabel(\"aa\") : r.WithConnectorLabel(label);")]
    [InlineData("switch expression", "r = labels.Length switch { 0 => r, _ => r.WithConnectorLabel(label) };", "r = labels.Length switch { 0 => throw new Exception(), > 5 => r.WithConnectorLabel(\"aa\"), _ => r.WithConnectorLabel(label) };")]
    [InlineData("switch", "switch (label) { case \"a\": SET; break; }", "switch (label) { case \"a\": SET; break; default: SET; break; }")]
    [InlineData("pattern", "if (labels is [var first, ..]) { r = r.WithConnectorLabel(first); }", "if (labels is not [var first, ..]) { return; } r = r.WithConnectorLabel(first);")]
    [InlineData("for", "for (var i = 0; i < labels.Length; i++) { SET; }", "for (var i = 0; ; i++) { SET; if (i > 3) break; }")]
    [InlineData("foreach", "foreach (var l in labels) { r = r.WithConnectorLabel(l); }", "foreach (var l in labels) { r = r.WithConnectorLabel(l); } SET;")]
    [InlineData("await foreach", "await foreach (var c in ConnectorRegistration.List().EnumerateAsync(client)) { SET; }", "SET; await foreach (var c in ConnectorRegistration.List().EnumerateAsync(client)) { }")]
    [InlineData("while", "var i = 0; while (labels.Length > i++) { SET; }", "while (true) { SET; if (condition) break; }")]
    [InlineData("do", "do { if (condition) continue; SET; } while (labels.Length > 3);", "do { SET; } while (labels.Length > 3);")]
    [InlineData("goto", "if (condition) goto end; SET; end: ;", "if (condition) goto end; end: SET;")]
    [InlineData("try and catch", "try { SET; } catch { }", "try { SET; } catch { throw; }")]
    [InlineData("catch with a filter", "try { SET; } catch (Exception) when (condition) { }", "try { SET; } catch (Exception) when (condition) { return; }")]
    [InlineData("two catches", "try { _ = System.IO.File.ReadAllText(label); SET; } catch (ArgumentException) { return; } catch (Exception) { }", "try { _ = System.IO.File.ReadAllText(label); SET; } catch (ArgumentException) { return; } catch (Exception) { SET; }")]
    [InlineData("finally", "try { } finally { if (condition) { SET; } }", "try { } finally { SET; }")]
    [InlineData("nested try", "try { try { SET; } finally { Console.WriteLine(); } } catch { }", "try { try { Console.WriteLine(); } finally { SET; } } catch { return; }")]
    [InlineData("using", "using (var c = new AppFlowClient()) { if (condition) { SET; } }", "using (var c = new AppFlowClient()) { SET; }")]
    [InlineData("using declaration", "using var c = new AppFlowClient(); if (condition) { SET; }", "using var c = new AppFlowClient(); SET;")]
    [InlineData("lock", "lock (labels) { if (condition) { SET; } }", "lock (labels) { SET; }")]
    [InlineData("await", "if (await Task.FromResult(condition)) { SET; }", "await Task.Yield(); SET;")]
    [InlineData("short circuit", "if (condition && labels.Length > 0) { SET; }", "if (condition && labels.Length > 0) { SET; } else { SET; }")]
    [InlineData("coalesce", "var n = condition ? r : r.WithConnectorLabel(label); r = n ?? r;", "UpdateConnectorRegistrationRequest? n = null; r = n ?? r.WithConnectorLabel(label);")]
    [InlineData("second local", "var s = r; if (condition) { s = s.WithConnectorLabel(label); } r = s;", "var s = r.WithConnectorLabel(label); r = s;")]
    public async Task Each_construct_is_followed(string construct, string misses, string sets)
    {
        Assert.NotEmpty(construct);
        await Verify.BodyAsync($"var r = ConnectorRegistration.Update(); {misses.Replace("SET", Set, StringComparison.Ordinal)} await r.{{|AFF2002:SendAsync|}}(client);");
        await Verify.BodyAsync($"var r = ConnectorRegistration.Update(); {sets.Replace("SET", Set, StringComparison.Ordinal)} await r.SendAsync(client);");
    }

    [Theory]
    [InlineData("negated", "if (!condition) { SET; }", "if (!condition) { SEND; }")]
    [InlineData("null test", "if (label is not null) { SET; }", "if (label == null) { return; } SEND;")]
    [InlineData("comparison", "if (labels.Length > 2) { SET; }", "if (labels.Length <= 2) { return; } SEND;")]
    [InlineData("property of a parameter", "if (cancellationToken.CanBeCanceled) { SET; }", "if (cancellationToken.CanBeCanceled) { SEND; }")]
    [InlineData("own field", "if (_flag) { SET; }", "if (_flag) { SEND; }")]
    [InlineData("a method's answer", "if (string.IsNullOrEmpty(label)) { } else { SET; }", "if (!string.IsNullOrEmpty(label)) { SEND; }")]
    [InlineData("a local's answer", "var ok = labels.Length > 2; if (ok) { SET; }", "if (!ok) { return; } SEND;")]
    [InlineData("the field itself", "if (condition) { SET; }", "if (r.ConnectorLabel is not null) { SEND; }")]
    [InlineData("both sides", "if (condition) { SET; }", "if (condition == true) { SEND; }")]
    public Task The_same_unchanged_condition_has_the_same_result_twice(string construct, string sets, string sends)
    {
        Assert.NotEmpty(construct);
        var statements = $"var r = ConnectorRegistration.Update(); {sets} {sends}"
            .Replace("SET", Set, StringComparison.Ordinal)
            .Replace("SEND", "await r.SendAsync(client)", StringComparison.Ordinal);
        return Verify.BodyAsync(statements, "private bool _flag;");
    }

    [Theory]
    [InlineData("a call that never returns", "if (condition) { SET; } else { Fail(); }")]
    [InlineData("the end of the process", "if (condition) { SET; } else { Environment.Exit(1); }")]
    [InlineData("an assertion", "if (label is not null) { SET; } System.Diagnostics.Debug.Assert(label is not null);")]
    [InlineData("a check for null before", "ArgumentNullException.ThrowIfNull(label); if (label is not null) { SET; }")]
    [InlineData("a check of the field", "if (condition) { SET; } ArgumentException.ThrowIfNullOrEmpty(r.ConnectorLabel);")]
    [InlineData("another test of the field", "if (condition) { SET; } if (r.ConnectorLabel is not { Length: > 0 }) { return; }")]
    [InlineData("a flag in a loop", "var has = false; foreach (var l in labels) { if (l == \"x\") { SET; has = true; } } if (!has) { return; }")]
    [InlineData("a flag in a try", "var ok = false; try { SET; ok = true; } catch (ArgumentException) { } if (!ok) return;")]
    [InlineData("an error that is noted", "string? error = null; if (condition) { SET; } else { error = \"no label\"; } if (error is not null) return;")]
    [InlineData("errors that are gathered", "var errors = new List<string>(); if (condition) { SET; } else { errors.Add(\"no label\"); } if (errors.Count > 0) return;")]
    [InlineData("another test of the same variable", "if (label is not null) { SET; } if (string.IsNullOrWhiteSpace(label)) return;")]
    [InlineData("a stronger test of the same variable", "if (labels.Length > 3) { SET; } if (labels.Length <= 5) return;")]
    [InlineData("a switch and a pattern", "switch (labels.Length) { case 0: SET; break; case 1: SET; break; } if (labels.Length is not (0 or 1)) return;")]
    public Task A_guard_that_matches_the_field_is_silent(string guard, string statements)
    {
        Assert.NotEmpty(guard);
        return Verify.BodyAsync(
            $"var r = ConnectorRegistration.Update(); {statements.Replace("SET", Set, StringComparison.Ordinal)} await r.SendAsync(client);",
            "[System.Diagnostics.CodeAnalysis.DoesNotReturn] private static void Fail() => throw new InvalidOperationException();");
    }

    [Theory]
    [InlineData("static int Usage(int code) { Usage(); return code; } static void Usage() { Console.WriteLine(1); Environment.Exit(1); }", false)]
    [InlineData("static int Usage(int code) => Stop(code); static int Stop(int code) => throw new InvalidOperationException();", false)]
    [InlineData("static int Usage(int code) { if (code > 1) { Environment.Exit(code); return code; } else { Environment.Exit(1); } return 2; }", false)]
    [InlineData("static int Usage(int code) { if (code > 1) { return code; } Environment.Exit(code); return 2; }", true)]
    [InlineData("static int Usage(int code) { if (code > 1) { Environment.Exit(code); } return 2; }", true)]
    [InlineData("static int Usage(int code) { Action later = () => Environment.Exit(code); return 2; }", true)]
    public Task A_method_that_always_ends_the_program_never_returns(string methods, bool returns) => Verify.BodyAsync(
        $"var r = ConnectorRegistration.Update(); if (condition) {{ {Set}; }} else {{ Usage(1); }} await r.{(returns ? "{|AFF2002:SendAsync|}" : "SendAsync")}(client);",
        methods);

    [Theory]
    [InlineData("if (condition) { SET; } if (labels.Length > 3) { Console.WriteLine(); }")]
    [InlineData("var has = false; if (condition) { SET; has = true; } Console.WriteLine(has);")]
    [InlineData("if (condition) { SET; } else { Console.WriteLine(label); }")]
    public Task An_unrelated_condition_does_not_silence_the_rule(string statements) => Verify.BodyAsync(
        $"var r = ConnectorRegistration.Update(); {statements.Replace("SET", Set, StringComparison.Ordinal)} await r.{{|AFF2002:SendAsync|}}(client);");

    [Theory]
    [InlineData("if (_flag) { SET; } _flag = labels.Length > 2; if (_flag) { SEND; }")]
    [InlineData("if (label is not null) { SET; } label = labels[0]; if (label is not null) { SEND; }")]
    [InlineData("var i = label.Length; if (i == labels.Length) { SET; } i++; if (i == labels.Length) { SEND; }")]
    public Task A_condition_that_changed_in_between_is_a_different_one(string statements) => Verify.BodyAsync(
        "var r = ConnectorRegistration.Update(); " + statements
            .Replace("SET", Set, StringComparison.Ordinal)
            .Replace("SEND", "await r.{|AFF2002:SendAsync|}(client)", StringComparison.Ordinal),
        "private bool _flag;");

    [Theory]
    [InlineData("given by reference", "Fill(ref r);")]
    [InlineData("given out", "Make(out r);")]
    [InlineData("captured by a lambda", "Action later = () => r = r.WithConnectorLabel(label); _kept = later;")]
    [InlineData("captured by a local function", "void Later() => r = r.WithConnectorLabel(label); Later();")]
    [InlineData("deconstructed", "(r, _) = (ConnectorRegistration.Update(label), 1);")]
    [InlineData("from an unknown method", "r = Unknown();")]
    [InlineData("merged with an unknown value", "if (condition) { r = Unknown(); }")]
    [InlineData("completed by an unknown extension", "r = r.WithDefaults();")]
    [InlineData("from a dynamic value", "dynamic d = r; r = d.WithConnectorLabel(label);")]
    public Task An_escaped_request_is_unknown_and_silent(string way, string statements)
    {
        Assert.NotEmpty(way);
        return Verify.FilesAsync(
            Verify.InMethod(
                $"var r = ConnectorRegistration.Update(); {statements} await r.SendAsync(client);",
                """
                private object? _kept;
                private static void Use(object o) { }
                private static void Fill(ref UpdateConnectorRegistrationRequest r) { }
                private static void Make(out UpdateConnectorRegistrationRequest r) => r = ConnectorRegistration.Update("x1");
                private static UpdateConnectorRegistrationRequest Unknown() => ConnectorRegistration.Update("x1");
                """),
            """
            public static class Defaults
            {
                public static UpdateConnectorRegistrationRequest WithDefaults(this UpdateConnectorRegistrationRequest r) => r.WithConnectorLabel("x1");
            }
            """);
    }

    // No other code can change an immutable request.
    [Theory]
    [InlineData("stored in a field", "_kept = r;")]
    [InlineData("stored in an array", "var all = new[] { r };")]
    [InlineData("stored in a tuple", "var pair = (r, label);")]
    [InlineData("given to an unknown method", "Use(r);")]
    [InlineData("given to a constructor", "_ = new List<object>(new object[] { r });")]
    [InlineData("captured by a lambda that is never called", "Action later = () => r = r.WithConnectorLabel(label);")]
    public Task An_escaped_immutable_request_stays_known(string way, string statements)
    {
        Assert.NotEmpty(way);
        return Verify.BodyAsync(
            $"var r = ConnectorRegistration.Update(); {statements} await r.{{|AFF2001:SendAsync|}}(client);",
            "private object? _kept; private static void Use(object o) { }");
    }

    [Theory]
    [InlineData("await new Push().{|AFF2001:SendAsync|}();")]
    [InlineData("await new Push { Note = \"x\" }.{|AFF2001:SendAsync|}();")]
    [InlineData("var p = new Push(); if (condition) { p = p.WithTarget(label); } await p.{|AFF2002:SendAsync|}();")]
    [InlineData("await new Push(\"a\").SendAsync();")]
    [InlineData("await new Push(target: label).SendAsync();")]
    [InlineData("await new Push { Target = label }.SendAsync();")]
    [InlineData("var p = new Push { Target = label }; await p.SendAsync();")]
    [InlineData("await Push.Create().SendAsync();")]
    public Task A_user_s_own_request_starts_with_its_constructor_s_arguments(string statements) => Verify.BodyAsync(
        statements,
        """
        [FluentRequest]
        public sealed class Push
        {
            public Push(string? target = null) => Target = target;
            [System.ComponentModel.DataAnnotations.Required]
            public string? Target { get; init; }
            public string? Note { get; init; }
            public static Push Create() => new("x");
            public Push WithTarget(string target) => new(target);
            public Task SendAsync() => Task.CompletedTask;
        }
        """);

    [Theory]
    [InlineData("public string Region { get; init; } = \"eu\";")]
    [InlineData("public string Region { get; init; } public Push() { Region = \"eu\"; }")]
    [InlineData("public string Region { get; init; } public Push() => Region = \"eu\";")]
    [InlineData("public int Region { get; init; }")]
    public Task A_field_that_starts_with_a_value_is_set(string region) => Verify.BodyAsync(
        "await new Push().SendAsync();",
        $$"""
        [FluentRequest]
        public sealed class Push
        {
            [System.ComponentModel.DataAnnotations.Required]
            {{region}}
            public Task SendAsync() => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task A_class_that_only_has_our_names_is_ignored() => Verify.FilesAsync(
        """
        namespace Elsewhere
        {
            public sealed class FluentRequestAttribute : Attribute;

            [FluentRequest]
            public sealed class UpdateConnectorRegistrationRequest
            {
                [System.ComponentModel.DataAnnotations.Required]
                public string? ConnectorLabel { get; }
                public UpdateConnectorRegistrationRequest WithConnectorLabel(string connectorLabel) => this;
                public Task SendAsync() => Task.CompletedTask;
            }

            public static class ConnectorRegistration
            {
                public static UpdateConnectorRegistrationRequest Update() => new();
            }

            public class C
            {
                public async Task M()
                {
                    await ConnectorRegistration.Update().SendAsync();
                    ConnectorRegistration.Update().WithConnectorLabel("");
                }
            }
        }
        """);
}
