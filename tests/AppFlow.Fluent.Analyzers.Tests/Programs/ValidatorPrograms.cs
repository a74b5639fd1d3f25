using AppFlow.Fluent.Analyzers.Tests.Verification;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Programs;

/// <summary>Query and validation methods of the compilation: their result is a condition on what their code reads.</summary>
public sealed class ValidatorPrograms
{
    private const string Model = """
        public sealed class Model
        {
            public string? Label { get; set; }
            public string? Description { get; set; }
            public List<string> Tags { get; } = new();
        }

        public enum Verdict { Missing, Complete }

        public sealed class Problems
        {
            private readonly List<string> _texts = new();
            public void Report(string text) => _texts.Add(text);
            public bool Any() => _texts.Count > 0;
        }
        """;

    private const string Methods = """
            private readonly Problems _problems = new();

            private static List<string> Validate(Model model)
            {
                var errors = new List<string>();
                if (string.IsNullOrWhiteSpace(model.Label))
                {
                    errors.Add("label");
                }

                if (model.Description is { Length: > 2048 })
                {
                    errors.Add("description");
                }

                return errors;
            }

            private static bool TryValidate(Model model, out List<string> errors)
            {
                errors = Validate(model);
                return errors.Count == 0;
            }

            private static string? ProblemOf(Model model)
            {
                if (model.Label is null)
                {
                    return "no label";
                }

                return model.Description is null ? "no description" : null;
            }

            private static void EnsureLabel(Model model)
            {
                if (string.IsNullOrEmpty(model.Label))
                {
                    throw new ArgumentException("no label", nameof(model));
                }
            }

            private static void EnsureDescription(Model model)
            {
                ArgumentNullException.ThrowIfNull(model.Description);
            }

            private static Verdict Check(Model model)
            {
                if (model.Label is null)
                {
                    return Verdict.Missing;
                }

                return Verdict.Complete;
            }

            private static bool HasTag(Model model, string wanted)
            {
                foreach (var tag in model.Tags)
                {
                    if (tag == wanted)
                    {
                        return true;
                    }
                }

                return false;
            }

            private bool Require(string? value, string name)
            {
                if (value is null)
                {
                    _problems.Report(name);
                    return false;
                }

                return true;
            }
        """;

    private static string Program(string statements, string send) => $$"""
        {{Model}}

        public sealed class Service
        {
            {{Methods}}

            public async Task Run(Model model, string? other)
            {
                var request = ConnectorRegistration.Update();
                {{statements}}
                await request.{{send}}();
            }
        }
        """;

    [Theory]
    [InlineData("var errors = Validate(model); if (errors.Count > 0) return; if (model.Label is not null) request = request.WithConnectorLabel(model.Label);")]
    [InlineData("if (!TryValidate(model, out var errors)) { Console.WriteLine(errors); return; } if (model.Label is not null) request = request.WithConnectorLabel(model.Label);")]
    [InlineData("if (model.Label is not null) request = request.WithConnectorLabel(model.Label); if (!TryValidate(model, out _)) return;")]
    [InlineData("if (ProblemOf(model) is { } problem) throw new InvalidOperationException(problem); if (model.Label is not null) request = request.WithConnectorLabel(model.Label);")]
    [InlineData("EnsureLabel(model); if (!string.IsNullOrEmpty(model.Label)) request = request.WithConnectorLabel(model.Label);")]
    [InlineData("if (!string.IsNullOrEmpty(model.Label)) request = request.WithConnectorLabel(model.Label); EnsureLabel(model);")]
    [InlineData("switch (Check(model)) { case Verdict.Missing: return; case Verdict.Complete: request = request.WithConnectorLabel(model.Label!); break; }")]
    [InlineData("if (HasTag(model, \"live\")) request = request.WithConnectorLabel(model.Label!); if (!HasTag(model, \"live\")) return;")]
    [InlineData("if (Require(model.Label, \"label\")) request = request.WithConnectorLabel(model.Label!); if (_problems.Any()) return;")]
    [InlineData("var valid = Require(model.Label, \"label\") & Require(model.Description, \"description\"); if (valid) request = request.WithConnectorLabel(model.Label!); if (!valid) return;")]
    public Task A_query_method_can_guard_a_send(string statements) => Verify.FilesAsync(Program(statements, "SendAsync"));

    [Theory]
    [InlineData("if (ProblemOf(model) is { } problem) Console.WriteLine(problem); if (model.Label is not null) request = request.WithConnectorLabel(model.Label);")]
    [InlineData("EnsureDescription(model); if (!string.IsNullOrEmpty(model.Label)) request = request.WithConnectorLabel(model.Label);")]
    [InlineData("if (!string.IsNullOrEmpty(model.Label)) request = request.WithConnectorLabel(model.Label); model.Label = other; EnsureLabel(model);")]
    [InlineData("if (HasTag(model, \"live\")) request = request.WithConnectorLabel(model.Label!); if (!HasTag(model, \"beta\")) return;")]
    [InlineData("if (HasTag(model, \"live\")) request = request.WithConnectorLabel(model.Label!); model.Label = other; if (!HasTag(model, \"live\")) return;")]
    [InlineData("if (Validate(model).Count > 5) return; if (model.Label is not null) request = request.WithConnectorLabel(model.Label);")]
    [InlineData("if (model.Label is not null) request = request.WithConnectorLabel(model.Label); if (!Require(other, \"other\")) return;")]
    public Task Another_query_method_does_not_guard_the_send(string statements) => Verify.FilesAsync(Program(statements, "{|AFF2002:SendAsync|}"));

    [Theory]
    [InlineData("private static string Name(bool live) { if (live) { return \"release-1\"; } return \"release-2\"; }", "Name(true)")]
    [InlineData("private static string Name(string? given) { if (given is null) { return Guid.NewGuid().ToString(); } return given; }", "Name(null)")]
    public Task A_text_that_a_method_returns_is_unknown(string method, string token) => Verify.FilesAsync($$"""
        public sealed class Service
        {
            {{method}}

            public async Task Run()
            {
                await ConnectorRegistration.Update("orders").WithClientToken({{token}}).SendAsync();
                await ConnectorRegistration.Update("billing").WithOperationId({{token}}).SendAsync();
            }
        }
        """);
}
