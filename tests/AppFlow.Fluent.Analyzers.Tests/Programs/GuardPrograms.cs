using AppFlow.Fluent.Analyzers.Tests.Verification;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Programs;

/// <summary>AFF2002 in programs: what guards a send, and what only looks like it.</summary>
public sealed class GuardPrograms
{
    private const string Form = """
        public sealed class Form
        {
            private readonly List<string> _errors = new();
            public string? Label { get; set; }
            public int Count { get; set; }
            public string? Error { get; set; }
            public bool HasError => Error != null;
            public bool HasLabel => !string.IsNullOrEmpty(Label);
            public bool IsValid => _errors.Count == 0;
            public bool IsReady { get { return Label is not null && Count > 0; } }
            public void AddError(string error) => _errors.Add(error);
        }
        """;

    private static string Program(string statements, string members = "") => $$"""
        {{Form}}

        public sealed class Service(AppFlowClient client)
        {
            private readonly List<string> _problems = new();

            private bool HasProblems => _problems.Any();

            private static bool IsComplete(Form form) => form.Label is not null;

            private static bool IsLabel(string? label) => !string.IsNullOrWhiteSpace(label) && label.Length > 1;

            {{members}}

            public async Task Run(Form form, string? label, Dictionary<string, string> errors, IDictionary<string, string> others)
            {
                var request = ConnectorRegistration.Update();
                {{statements}}
                await request.SendAsync(client);
            }
        }
        """;

    [Theory]
    [InlineData("if (form.Label is null) form.Error = \"no label\"; else request = request.WithConnectorLabel(form.Label); if (form.HasError) return;")]
    [InlineData("if (form.Label is null) form.AddError(\"no label\"); else request = request.WithConnectorLabel(form.Label); if (!form.IsValid) return;")]
    [InlineData("if (label is null) _problems.Add(\"no label\"); else request = request.WithConnectorLabel(label); if (HasProblems) return;")]
    [InlineData("if (!form.HasLabel) return; if (!string.IsNullOrEmpty(form.Label)) request = request.WithConnectorLabel(form.Label);")]
    [InlineData("if (!form.IsReady) return; if (form.Label is { } given) request = request.WithConnectorLabel(given);")]
    [InlineData("if (form.HasLabel) request = request.WithConnectorLabel(form.Label!); form.Count++; if (!form.HasLabel) return;")]
    [InlineData("if (!IsComplete(form)) return; if (form.Label is not null) request = request.WithConnectorLabel(form.Label);")]
    [InlineData("if (IsLabel(label)) request = request.WithConnectorLabel(label!); if (!IsLabel(label)) return;")]
    [InlineData("if (!IsLabel(label) || !IsComplete(form)) return; if (label is not null) request = request.WithConnectorLabel(label);")]
    public Task A_computed_property_or_question_asks_what_its_code_asks(string statements) => Verify.FilesAsync(Program(statements));

    [Theory]
    [InlineData("if (form.HasLabel) request = request.WithConnectorLabel(form.Label!); if (!form.IsValid) return;")]
    [InlineData("if (IsLabel(label)) request = request.WithConnectorLabel(label!); if (label is null) return;")]
    [InlineData("if (IsComplete(form)) request = request.WithConnectorLabel(form.Label!); if (HasProblems) return;")]
    [InlineData("if (form.HasLabel) request = request.WithConnectorLabel(form.Label!); form.Label = label; if (!form.HasLabel) return;")]
    public Task Another_question_guards_nothing(string statements) =>
        Verify.FilesAsync(Program(statements).Replace("SendAsync(client)", "{|AFF2002:SendAsync|}(client)"));

    [Theory]
    [InlineData("if (label is null) errors[\"label\"] = \"missing\"; else request = request.WithConnectorLabel(label); if (errors.ContainsKey(\"label\")) return;")]
    [InlineData("if (label is null) errors[\"label\"] = \"missing\"; else request = request.WithConnectorLabel(label); if (errors.Count > 0) return;")]
    [InlineData("if (label is null) others[\"label\"] = \"missing\"; else request = request.WithConnectorLabel(label); if (others.Any()) return;")]
    public Task An_element_changes_what_its_collection_answers(string statements) => Verify.FilesAsync(Program(statements));

    [Theory]
    [InlineData("if (label is null) errors[\"label\"] = \"missing\"; else request = request.WithConnectorLabel(label); if (others.Count > 0) return;")]
    [InlineData("if (label is null) errors[\"label\"] = \"missing\"; else request = request.WithConnectorLabel(label); if (_problems.Count > 0) return;")]
    [InlineData("if (label is null) Console.WriteLine(errors[\"label\"]); else request = request.WithConnectorLabel(label); if (errors.Count > 0) return;")]
    public Task An_element_changes_no_other_collection(string statements) =>
        Verify.FilesAsync(Program(statements).Replace("SendAsync(client)", "{|AFF2002:SendAsync|}(client)"));
}
