using AppFlow.Fluent.Analyzers.Tests.Verification;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Programs;

/// <summary>AFF1002 in programs: which iterations and texts are equal.</summary>
public sealed class SharedTokenPrograms
{
    [Theory]
    [InlineData("foreach (var each in new[] { label, \"billing\" }) await ConnectorRegistration.Update(each).WithClientToken({|AFF1002:token|}).SendAsync(client);")]
    [InlineData("foreach (var each in labels) await ConnectorRegistration.Update(each).WithClientToken({|AFF1002:token|}).SendAsync(client);")]
    [InlineData("string[] all = [.. labels]; foreach (var each in all) await ConnectorRegistration.Update(each).WithClientToken({|AFF1002:token|}).SendAsync(client);")]
    [InlineData("foreach (var each in new[] { label }) await ConnectorRegistration.Update(each).WithClientToken(token).SendAsync(client);")]
    [InlineData("foreach (var each in new List<string>(labels).Take(0).Append(label)) await ConnectorRegistration.Update(each).WithClientToken(token + each).SendAsync(client);")]
    [InlineData("foreach (string each in (string[])[label]) await ConnectorRegistration.Update(each).WithClientToken(token).SendAsync(client);")]
    [InlineData("foreach (var each in new[] { label }) { foreach (var other in labels) await ConnectorRegistration.Update(other).WithClientToken({|AFF1002:token|}).SendAsync(client); }")]
    public Task A_collection_of_one_item_has_one_iteration(string statements) =>
        Verify.FilesAsync(Verify.InMethod("var token = ClientToken.New(); " + statements));

    [Theory]
    [InlineData("text.Clear(); text.Append(each); await ConnectorRegistration.Update(each).WithClientToken(text.ToString()).SendAsync(client);")]
    [InlineData("text.Append('x'); await ConnectorRegistration.Update(each).WithClientToken($\"{text}\").SendAsync(client);")]
    [InlineData("text.Insert(0, each); var token = text.ToString(); await ConnectorRegistration.Update(each).WithClientToken(token).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(each).WithClientToken({|AFF1002:text.ToString()|}).SendAsync(client);")]
    [InlineData("Console.WriteLine(text); await ConnectorRegistration.Update(each).WithClientToken({|AFF1002:text.ToString()|}).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(each).WithClientToken({|AFF1002:$\"{text}-1\"|}).SendAsync(client);")]
    public Task Writing_to_a_text_changes_it(string statements) =>
        Verify.FilesAsync(Verify.InMethod("var text = new System.Text.StringBuilder(label); foreach (var each in labels) { " + statements + " }"));
}
