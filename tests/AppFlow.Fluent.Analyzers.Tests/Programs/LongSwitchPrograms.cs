using AppFlow.Fluent.Analyzers.Tests.Verification;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Programs;

/// <summary>AFF2001 and AFF2002 in a choice with more paths than the engine follows separately.</summary>
public sealed class LongSwitchPrograms
{
    private static string Cases(string call) =>
        string.Join("\n", Enumerable.Range(0, 60).Select(i => $"case \"kind-{i}\": request = request.{call}(\"value-{i}\"); break;"));

    [Theory]
    [InlineData("Update", "WithConnectorLabel", "break;", "AFF2002")]
    [InlineData("Register", "WithConnectorLabel", "break;", "AFF2001")]
    [InlineData("Update", "WithDescription", "request = request.WithConnectorLabel(\"other\"); break;", "AFF2002")]
    [InlineData("Update", "WithConnectorLabel", "return;", null)]
    [InlineData("Update", "WithConnectorLabel", "throw new ArgumentException(label);", null)]
    [InlineData("Update", "WithConnectorLabel", "request = request.WithConnectorLabel(label); break;", null)]
    public Task A_field_that_one_of_many_paths_omits_is_missing(string entry, string call, string rest, string? id) => Verify.FilesAsync(Verify.InMethod($$"""
        var request = ConnectorRegistration.{{entry}}();
        switch (label)
        {
            {{Cases(call)}}
            default: {{rest}}
        }
        await request.{{(id is null ? "SendAsync" : $"{{|{id}:SendAsync|}}")}}(client);
        """));
}
