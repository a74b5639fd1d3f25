using AppFlow.Fluent.Analyzers.Tests.Verification;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Programs;

/// <summary>Tuples in locals and parameters: each part is followed like a separate variable.</summary>
public sealed class TuplePrograms
{
    private static string Program(string statements) => $$"""
        public sealed class Service
        {
            public async Task Run(string? label, string? arn, IEnumerable<string> labels, (bool Ready, string? Label) given)
            {
                {{statements}}
            }
        }
        """;

    [Theory]
    [InlineData("var flags = (Label: false, Lambda: false); if (label is not null) { request = request.WithConnectorLabel(label); flags.Label = true; } if (arn is not null) flags.Lambda = true; if (!flags.Label) return;")]
    [InlineData("var flags = (false, 0); if (label is not null) { request = request.WithConnectorLabel(label); flags.Item1 = true; } flags.Item2++; if (!flags.Item1) return;")]
    [InlineData("(bool Label, (bool Lambda, int Count) Other) seen = default; if (label is not null) { request = request.WithConnectorLabel(label); seen.Other.Lambda = true; } if (!seen.Other.Lambda) return;")]
    [InlineData("var (text, known) = (label, label is not null); if (known) request = request.WithConnectorLabel(text!); if (!known) return;")]
    [InlineData("var pair = (label, arn); if (pair.label is not null) request = request.WithConnectorLabel(pair.label); if (label is null) return;")]
    [InlineData("var pair = (A: label is null, B: label is not null); pair = (pair.B, pair.A); if (pair.A) request = request.WithConnectorLabel(label!); if (label is null) return;")]
    [InlineData("if (given.Ready) request = request.WithConnectorLabel(given.Label!); if (!given.Ready) return;")]
    [InlineData("var state = label is null ? (Request: request, Complete: false) : (Request: request.WithConnectorLabel(label), Complete: true); if (!state.Complete) return; request = state.Request;")]
    public Task A_tuple_element_can_guard_a_send(string statements) => Verify.FilesAsync(Program($"var request = ConnectorRegistration.Update(); {statements} await request.SendAsync();"));

    [Theory]
    [InlineData("var flags = (Label: false, Lambda: false); if (label is not null) { request = request.WithConnectorLabel(label); flags.Label = true; } if (arn is not null) flags.Lambda = true; if (!flags.Lambda) return;")]
    [InlineData("var flags = (Label: false, Lambda: false); if (label is not null) { request = request.WithConnectorLabel(label); flags.Label = true; } flags.Label = arn is not null; if (!flags.Label) return;")]
    [InlineData("var flags = (Label: true, Lambda: false); if (label is not null) { request = request.WithConnectorLabel(label); flags.Label = true; } if (!flags.Label) return;")]
    [InlineData("var state = label is null ? (Request: request, Complete: true) : (Request: request.WithConnectorLabel(label), Complete: true); if (!state.Complete) return; request = state.Request;")]
    public Task Another_element_does_not_guard_the_send(string statements) =>
        Verify.FilesAsync(Program($"var request = ConnectorRegistration.Update(); {statements} await request.{{|AFF2002:SendAsync|}}();"));

    [Theory]
    [InlineData("(UpdateConnectorRegistrationRequest Request, bool Set) state = (ConnectorRegistration.Update(), false); if (label is not null) state.Request = state.Request.WithConnectorLabel(label); await state.Request.{|AFF2002:SendAsync|}();")]
    [InlineData("var state = (Request: ConnectorRegistration.Update(), Count: 1); state.Count = 2; await state.Request.{|AFF2001:SendAsync|}();")]
    [InlineData("var (id, count) = (Guid.NewGuid().ToString(), 1); await ConnectorRegistration.Update(\"orders\").WithOperationId({|AFF1006:id|}).SendAsync();")]
    [InlineData("var run = (Token: ClientToken.New(), Count: 0); foreach (var each in labels) { run.Count++; await ConnectorRegistration.Update(each).WithClientToken({|AFF1002:run.Token|}).SendAsync(); }")]
    public Task A_request_and_a_token_in_a_tuple_are_followed(string statements) => Verify.FilesAsync(Program(statements));

    [Theory]
    [InlineData("var state = (Request: ConnectorRegistration.Update(), Count: 1); state.Request = state.Request.WithConnectorLabel(\"orders\"); await state.Request.SendAsync();")]
    [InlineData("var run = (Id: Guid.NewGuid().ToString(), Count: 1); Console.WriteLine(run); await ConnectorRegistration.Update(\"orders\").WithOperationId(run.Id).SendAsync();")]
    [InlineData("var run = (Token: \"\", Count: 0); foreach (var each in labels) { run = (ClientToken.New(), run.Count + 1); await ConnectorRegistration.Update(each).WithClientToken(run.Token).SendAsync(); }")]
    [InlineData("var pending = new List<(string, UpdateConnectorRegistrationRequest)>(); pending.Add((\"orders\", ConnectorRegistration.Update(\"orders\").WithClientToken({|AFF1003:\"in-a-tuple\"|}))); await Task.Yield();")]
    public Task Values_are_followed_through_a_tuple(string statements) => Verify.FilesAsync(Program(statements));
}
