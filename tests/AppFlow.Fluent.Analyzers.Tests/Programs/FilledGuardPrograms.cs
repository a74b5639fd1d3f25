using AppFlow.Fluent.Analyzers.Tests.Verification;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Programs;

/// <summary>Guards by a set or an array that is filled where the field is set.</summary>
public sealed class FilledGuardPrograms
{
    private static string Program(string statements, string send) => $$"""
        public abstract class Reports { public abstract bool None { get; } public abstract void Report(string text); }

        public sealed class Problems : Reports
        {
            private readonly List<string> _texts = new();
            public override bool None => _texts.Count == 0;
            public override void Report(string text) => _texts.Add(text);
        }

        public sealed class Service
        {
            private readonly HashSet<string> _kept = new();
            private readonly Problems _problems = new();

            public async Task Run(string? label, string[] args, bool force)
            {
                var seen = new HashSet<string>();
                var done = new bool[2];
                var request = ConnectorRegistration.Update();
                {{statements}}
                await request.{{send}}();
            }
        }
        """;

    [Theory]
    [InlineData("if (label is not null) { request = request.WithConnectorLabel(label); seen.Add(\"label\"); } if (!seen.Contains(\"label\")) return;")]
    [InlineData("if (label is not null) { request = request.WithConnectorLabel(label); _kept.Add(label); } if (_kept.Count == 0) throw new ArgumentException(nameof(label));")]
    [InlineData("if (label is not null) { request = request.WithConnectorLabel(label); done[0] = true; } if (!done[0]) return;")]
    [InlineData("foreach (var arg in args) { if (arg.Length > 1) { request = request.WithConnectorLabel(arg); done[0] = true; } } if (!done.Any(d => d)) return;")]
    [InlineData("foreach (var arg in args) { if (arg.Length > 1) { request = request.WithConnectorLabel(arg); seen.Add(arg); } } if (force || !seen.Any()) return;")]
    [InlineData("if (label is not null) { request = request.WithConnectorLabel(label); seen.Add(label); } else if (args.Length > 0) { request = request.WithConnectorLabel(args[0]); seen.Add(args[0]); } if (seen.Count == 0) return;")]
    [InlineData("if (label is not null) { request = request.WithConnectorLabel(label); seen.Add(label); } if (seen is { Count: 0 }) return;")]
    [InlineData("if (label is not null) { request = request.WithConnectorLabel(label); seen.Add(label); } var ready = seen.IsSupersetOf(args); if (!ready) return;")]
    [InlineData("if (label is not null) request = request.WithConnectorLabel(label); else _problems.Report(\"label\"); var valid = _problems.None; if (!valid) return;")]
    public Task What_the_branch_with_the_field_fills_can_guard_the_send(string statements) => Verify.FilesAsync(Program(statements, "SendAsync"));

    [Theory]
    [InlineData("if (label is not null) { request = request.WithConnectorLabel(label); seen.Add(label); } Console.WriteLine(seen.Count);")]
    [InlineData("if (label is not null) { request = request.WithConnectorLabel(label); seen.Add(label); } if (seen.Count > 0) Console.WriteLine(seen.Count);")]
    [InlineData("if (label is not null) { request = request.WithConnectorLabel(label); seen.Add(label); } if (seen.Count == 0 && !force) return;")]
    [InlineData("if (label is not null) { request = request.WithConnectorLabel(label); seen.Add(label); } if (!done[0]) return;")]
    [InlineData("if (force) seen.Add(\"force\"); if (label is not null) request = request.WithConnectorLabel(label); if (seen.Count == 0) return;")]
    [InlineData("var ready = seen.IsSupersetOf(args); if (label is not null) { request = request.WithConnectorLabel(label); seen.Add(label); } if (!ready) return;")]
    [InlineData("if (seen.Count == 0) return; if (label is not null) { request = request.WithConnectorLabel(label); seen.Add(label); }")]
    public Task A_condition_that_does_not_depend_on_it_guards_nothing(string statements) => Verify.FilesAsync(Program(statements, "{|AFF2002:SendAsync|}"));
}
