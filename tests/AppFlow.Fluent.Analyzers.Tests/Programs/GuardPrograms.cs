using AppFlow.Fluent.Analyzers.Tests.Verification;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Programs;

/// <summary>AFF2002 in programs: guards of a send, and code that only looks like one.</summary>
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
    public Task A_computed_property_or_query_counts_as_its_code(string statements) => Verify.FilesAsync(Program(statements));

    [Theory]
    [InlineData("if (form.HasLabel) request = request.WithConnectorLabel(form.Label!); if (!form.IsValid) return;")]
    [InlineData("if (IsLabel(label)) request = request.WithConnectorLabel(label!); if (label is null) return;")]
    [InlineData("if (IsComplete(form)) request = request.WithConnectorLabel(form.Label!); if (HasProblems) return;")]
    [InlineData("if (form.HasLabel) request = request.WithConnectorLabel(form.Label!); form.Label = label; if (!form.HasLabel) return;")]
    public Task Another_query_does_not_guard_the_send(string statements) =>
        Verify.FilesAsync(Program(statements).Replace("SendAsync(client)", "{|AFF2002:SendAsync|}(client)"));

    [Theory]
    [InlineData("if (label is null) errors[\"label\"] = \"missing\"; else request = request.WithConnectorLabel(label); if (errors.ContainsKey(\"label\")) return;")]
    [InlineData("if (label is null) errors[\"label\"] = \"missing\"; else request = request.WithConnectorLabel(label); if (errors.Count > 0) return;")]
    [InlineData("if (label is null) others[\"label\"] = \"missing\"; else request = request.WithConnectorLabel(label); if (others.Any()) return;")]
    public Task Setting_an_element_changes_queries_of_its_collection(string statements) => Verify.FilesAsync(Program(statements));

    [Theory]
    [InlineData("if (label is null) errors[\"label\"] = \"missing\"; else request = request.WithConnectorLabel(label); if (others.Count > 0) return;")]
    [InlineData("if (label is null) errors[\"label\"] = \"missing\"; else request = request.WithConnectorLabel(label); if (_problems.Count > 0) return;")]
    [InlineData("if (label is null) Console.WriteLine(errors[\"label\"]); else request = request.WithConnectorLabel(label); if (errors.Count > 0) return;")]
    public Task Setting_an_element_changes_no_other_collection(string statements) =>
        Verify.FilesAsync(Program(statements).Replace("SendAsync(client)", "{|AFF2002:SendAsync|}(client)"));

    [Theory]
    [InlineData("if (maybe?.Label is { } given) request = request.WithConnectorLabel(given); if (maybe is null || maybe.Label is null) return;")]
    [InlineData("if (maybe?.Label != null) request = request.WithConnectorLabel(maybe.Label); if (maybe?.Label == null) return;")]
    [InlineData("var name = label ?? maybe?.Error; if (name is not null) request = request.WithConnectorLabel(name); if (label is null) return;")]
    [InlineData("if (label is null) text.WriteLine(\"no label\"); else request = request.WithConnectorLabel(label); if (text.ToString().Length > 0) return;")]
    [InlineData("if (label is null) builder.Append(\"no label\"); else request = request.WithConnectorLabel(label); if (builder.ToString() != \"\") return;")]
    public Task Choices_and_stored_texts_are_compared_part_by_part(string statements) => Verify.FilesAsync(WithTexts(statements));

    [Theory]
    [InlineData("if (maybe?.Label != null) request = request.WithConnectorLabel(maybe.Label); if (maybe is null) return;")]
    [InlineData("var name = label ?? maybe?.Error; if (name is not null) request = request.WithConnectorLabel(name); if (maybe?.Error is not null || label is null) await Task.Yield();")]
    [InlineData("if (label is null) Console.WriteLine(builder); else request = request.WithConnectorLabel(label); if (builder.ToString() != \"\") return;")]
    public Task Another_element_does_not_guard_the_send(string statements) =>
        Verify.FilesAsync(WithTexts(statements).Replace("SendAsync(client)", "{|AFF2002:SendAsync|}(client)"));

    private static string WithTexts(string statements) =>
        Program($"Form? maybe = form.Count > 3 ? form : null; var text = new System.IO.StringWriter(); var builder = new System.Text.StringBuilder(); {statements}");
}
