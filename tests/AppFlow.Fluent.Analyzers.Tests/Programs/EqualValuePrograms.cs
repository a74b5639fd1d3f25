using AppFlow.Fluent.Analyzers.Tests.Verification;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Programs;

/// <summary>Values that were found equal, and items that pass a query.</summary>
public sealed class EqualValuePrograms
{
    private static string Program(string statements) => $$"""
        public sealed record Step(string Kind, string? Label, string? Note);

        public sealed class Service
        {
            public async Task Run(Step first, Step second, Step third, IEnumerable<Step> steps, string token, string wanted)
            {
                {{statements}}
            }
        }
        """;

    [Theory]
    [InlineData("if (first.Kind != second.Kind) return; if (first.Kind == \"update\") request = request.WithConnectorLabel(\"orders\"); if (second.Kind != \"update\") return;")]
    [InlineData("if (first.Label is not null) request = request.WithConnectorLabel(first.Label); if (first.Label != second.Label || second.Label is null) return;")]
    [InlineData("if (first.Kind != second.Kind || second.Kind != third.Kind) return; if (first.Kind == \"update\") request = request.WithConnectorLabel(\"orders\"); if (third.Kind != \"update\") return;")]
    public Task Facts_about_a_value_apply_to_an_equal_one(string statements) =>
        Verify.FilesAsync(Program($"var request = ConnectorRegistration.Update(); {statements} await request.SendAsync();"));

    [Theory]
    [InlineData("if (first.Note != second.Note) return; if (first.Kind == \"update\") request = request.WithConnectorLabel(\"orders\"); if (second.Kind != \"update\") return;")]
    [InlineData("if (first.Kind != second.Kind) return; if (first.Kind == \"update\") request = request.WithConnectorLabel(\"orders\"); second = third; if (second.Kind != \"update\") return;")]
    [InlineData("if (first.Kind != second.Kind && second.Kind != third.Kind) return; if (first.Kind == \"update\") request = request.WithConnectorLabel(\"orders\"); if (third.Kind != \"update\") return;")]
    public Task Facts_about_a_value_do_not_apply_to_another_one(string statements) =>
        Verify.FilesAsync(Program($"var request = ConnectorRegistration.Update(); {statements} await request.{{|AFF2002:SendAsync|}}();"));

    [Theory]
    [InlineData("foreach (var step in steps.Where(s => s.Label is not null)) { var request = ConnectorRegistration.Update(); if (step.Label is not null) request = request.WithConnectorLabel(step.Label); await request.SendAsync(); }")]
    [InlineData("var known = from s in steps where s.Label != null orderby s.Kind select s; foreach (var step in known) { var request = ConnectorRegistration.Update(); if (step.Label != null) request = request.WithConnectorLabel(step.Label); await request.SendAsync(); }")]
    [InlineData("await Task.WhenAll(steps.Where(s => s.Label == wanted).ToList().Select(s => ConnectorRegistration.Update(s.Label!).WithClientToken(token).SendAsync()));")]
    [InlineData("foreach (var step in steps.Where(s => s.Label == wanted)) await ConnectorRegistration.Update(step.Label!).WithClientToken(token).SendAsync();")]
    public Task Items_of_a_query_satisfy_its_filter(string statements) => Verify.FilesAsync(Program(statements));

    [Theory]
    [InlineData("foreach (var step in steps.Where(s => s.Note is not null)) { var request = ConnectorRegistration.Update(); if (step.Label is not null) request = request.WithConnectorLabel(step.Label); await request.{|AFF2002:SendAsync|}(); }")]
    [InlineData("foreach (var step in steps.Where(s => s.Label is not null).Select(s => s with { Label = s.Note })) { var request = ConnectorRegistration.Update(); if (step.Label is not null) request = request.WithConnectorLabel(step.Label); await request.{|AFF2002:SendAsync|}(); }")]
    [InlineData("await Task.WhenAll(steps.Where(s => s.Kind == wanted).Select(s => ConnectorRegistration.Update(s.Label!).WithClientToken({|AFF1002:token|}).SendAsync()));")]
    [InlineData("foreach (var step in steps.Where(s => s.Label != wanted)) await ConnectorRegistration.Update(step.Label!).WithClientToken({|AFF1002:token|}).SendAsync();")]
    public Task Items_of_a_query_are_otherwise_unknown(string statements) => Verify.FilesAsync(Program(statements));
}
