using AppFlow.Fluent.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.RequiredFields;

public sealed class RequiredFieldsFlowTests
{
    [Theory]
    [InlineData("await ConnectorRegistration.Update().{|AFF2001:SendAsync|}(client);")]
    [InlineData("await ConnectorRegistration.Update().WithDescription(\"x\").{|AFF2001:SendAsync|}();")]
    [InlineData("await ConnectorRegistration.Register(label).{|AFF2001:SendAsync|}();")]
    [InlineData("await ConnectorRegistration.Register().{|AFF2001:SendAsync|}();")]
    [InlineData("var r = ConnectorRegistration.Update(); r = r.WithDescription(\"x\"); await r.{|AFF2001:SendAsync|}(client);")]
    [InlineData("var r = condition ? ConnectorRegistration.Update() : ConnectorRegistration.Update().WithDescription(\"x\"); await r.{|AFF2001:SendAsync|}();")]
    [InlineData("""
        var template = ConnectorRegistration.Update();
        foreach (var l in labels)
        {
            var r = template.WithDescription(l);
            await r.{|AFF2001:SendAsync|}(client);
        }
        """)]
    [InlineData("""
        await Task.WhenAll(labels.Select(async l =>
        {
            var r = ConnectorRegistration.Register(l);
            await r.{|AFF2001:SendAsync|}(client);
        }));
        """)]
    [InlineData("""
        await Send(ConnectorRegistration.Update());
        Task Send(UpdateConnectorRegistrationRequest r) => r.{|AFF2001:SendAsync|}(client);
        """)]
    [InlineData("""
        var r = ConnectorRegistration.Update();
        try { await r.{|AFF2001:SendAsync|}(); }
        finally { Console.WriteLine(); }
        """)]
    [InlineData("var r = ConnectorRegistration.Update(); Console.WriteLine(r); await r.{|AFF2001:SendAsync|}(client);")]
    [InlineData("AppFlowRequest<UpdateConnectorRegistrationResponse> r = ConnectorRegistration.Update(); await client.{|AFF2001:SendAsync|}(r);")]
    [InlineData("AppFlowRequest<RegisterConnectorResponse> r; r = ConnectorRegistration.Register(label); await client.{|AFF2001:SendAsync|}(r);")]
    [InlineData("object r = ConnectorRegistration.Update(); await (r as UpdateConnectorRegistrationRequest)!.{|AFF2001:SendAsync|}(client);")]
    public Task A_field_that_no_path_sets_is_flagged(string statements) =>
        Verify.BodyAsync(statements, "private UpdateConnectorRegistrationRequest? _template;");

    [Theory]
    [InlineData("var r = ConnectorRegistration.Update(); if (condition) r = r.WithConnectorLabel(label); await r.{|AFF2002:SendAsync|}(client);")]
    [InlineData("var r = condition ? ConnectorRegistration.Update() : ConnectorRegistration.Update(label); await r.{|AFF2002:SendAsync|}(client);")]
    [InlineData("AppFlowRequest<UpdateConnectorRegistrationResponse> r = condition ? ConnectorRegistration.Update() : ConnectorRegistration.Update(label); await client.{|AFF2002:SendAsync|}(r);")]
    [InlineData("var r = ConnectorRegistration.Update(); foreach (var l in labels) { r = r.WithConnectorLabel(l); } await r.{|AFF2002:SendAsync|}(client);")]
    [InlineData("""
        var r = ConnectorRegistration.Update();
        try { r = r.WithConnectorLabel(label); }
        catch (ArgumentException) { }
        await r.{|AFF2002:SendAsync|}(client);
        """)]
    [InlineData("""
        var r = ConnectorRegistration.Update();
        switch (labels.Length)
        {
            case 0: r = r.WithConnectorLabel("zero"); break;
            case 1: break;
            default: r = r.WithConnectorLabel(label); break;
        }
        await r.{|AFF2002:SendAsync|}(client);
        """)]
    [InlineData("""
        var r = ConnectorRegistration.Update();
        if (condition) r = r.WithConnectorLabel(label);
        condition = labels.Length > 3;
        if (condition) await r.{|AFF2002:SendAsync|}(client);
        """)]
    public Task A_field_that_some_path_does_not_set_is_flagged(string statements) => Verify.BodyAsync(statements);

    [Theory]
    [InlineData("AppFlowRequest<UpdateConnectorRegistrationResponse> r = ConnectorRegistration.Update(label); await client.SendAsync(r);")]
    [InlineData("await ConnectorRegistration.Update(label).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update().WithConnectorLabel(label).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Register(label).WithLambda(label).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Register(label).WithConnectorProvisioningConfig(ConnectorProvisioningConfig.ForLambda(label)).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Unregister(label).SendAsync(client); await ConnectorRegistration.Describe(label).SendAsync(client); await ConnectorRegistration.List().SendAsync(client);")]
    [InlineData("""
        var template = ConnectorRegistration.Update().WithDescription("x");
        foreach (var l in labels)
        {
            await template.WithConnectorLabel(l).SendAsync(client);
        }
        """)]
    [InlineData("""
        var template = ConnectorRegistration.Update();
        foreach (var l in labels)
        {
            var r = template;
            if (condition) r = r.WithDescription("x");
            r = r.WithConnectorLabel(l);
            await r.SendAsync(client);
        }
        """)]
    [InlineData("var r = ConnectorRegistration.Update(); if (condition) r = r.WithConnectorLabel(label); if (condition) await r.SendAsync(client);")]
    [InlineData("var r = ConnectorRegistration.Update(); if (label != null) r = r.WithConnectorLabel(label); if (label is null) return; await r.SendAsync(client);")]
    [InlineData("var r = ConnectorRegistration.Update(); if (!condition) return; else r = r.WithConnectorLabel(label); await r.SendAsync(client);")]
    [InlineData("var r = ConnectorRegistration.Update(); if (r.ConnectorLabel is null) r = r.WithConnectorLabel(label); await r.SendAsync(client);")]
    [InlineData("var r = condition ? ConnectorRegistration.Update() : Template(); await r.SendAsync(client);")]
    [InlineData("var r = Template(); await r.SendAsync(client);")]
    [InlineData("var r = ConnectorRegistration.Update(); Action set = () => r = r.WithConnectorLabel(label); set(); await r.SendAsync(client);")]
    [InlineData("var r = ConnectorRegistration.Update(); Set(ref r); await r.SendAsync(client);")]
    [InlineData("""
        var r = ConnectorRegistration.Update();
        try { r = r.WithConnectorLabel(label); }
        catch (ArgumentException) { return; }
        await r.SendAsync(client);
        """)]
    [InlineData("""
        var r = ConnectorRegistration.Update();
        try { r = r.WithConnectorLabel(label); }
        catch (ArgumentException) { r = r.WithConnectorLabel("default"); }
        finally { Console.WriteLine(); }
        await r.SendAsync(client);
        """)]
    [InlineData("""
        await Send(ConnectorRegistration.Update(label));
        Task Send(UpdateConnectorRegistrationRequest r) => r.SendAsync(client);
        """)]
    [InlineData("""
        Func<UpdateConnectorRegistrationRequest, Task> send = Send;
        await send(ConnectorRegistration.Update(label));
        Task Send(UpdateConnectorRegistrationRequest r) => r.SendAsync(client);
        """)]
    [InlineData("var r = ConnectorRegistration.Update(); do { r = r.WithConnectorLabel(label); } while (condition); await r.SendAsync(client);")]
    [InlineData("var r = ConnectorRegistration.Update(); r = label switch { \"a\" => r.WithConnectorLabel(\"aa\"), _ => r.WithConnectorLabel(label) }; await r.SendAsync(client);")]
    [InlineData("UpdateConnectorRegistrationRequest? r = null; r ??= ConnectorRegistration.Update(label); await r.SendAsync(client);")]
    public Task A_field_that_every_known_path_sets_is_silent(string statements) => Verify.BodyAsync(
        statements,
        """
        private UpdateConnectorRegistrationRequest? _template;
        private static UpdateConnectorRegistrationRequest Template() => ConnectorRegistration.Update("x1");
        private static void Set(ref UpdateConnectorRegistrationRequest r) => r = r.WithConnectorLabel("x1");
        """);

    [Fact]
    public Task Top_level_statements_are_a_body()
    {
        var test = new RuleTest();
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        test.TestState.Sources.Add(("Program.cs", """
            using var client = new AppFlowClient();
            var request = ConnectorRegistration.Update();
            if (args.Length > 1)
            {
                request = request.WithConnectorLabel(args[1]);
            }

            await request.{|AFF2002:SendAsync|}(client);
            """));
        return test.RunAsync();
    }

    [Fact]
    public Task The_message_says_that_some_path_fails() => Verify.MessageAsync(
        "AFF2002",
        "UpdateConnectorRegistration requires ConnectorLabel, which some path to this call does not set: on that path SendAsync throws an InvalidOperationException before anything is sent. Call WithConnectorLabel.",
        "var r = ConnectorRegistration.Update(); if (condition) r = r.WithConnectorLabel(label); await r.{|#0:SendAsync|}(client);");

    [Fact]
    public Task The_message_names_all_fields_that_are_missing() => Verify.MessageAsync(
        "AFF2001",
        "RegisterConnector requires ConnectorLabel and ConnectorProvisioningConfig, which no path to this call sets: SendAsync throws an InvalidOperationException before anything is sent. Call WithConnectorLabel; and call WithConnectorProvisioningConfig or WithLambda.",
        "await ConnectorRegistration.Register().{|#0:SendAsync|}(client);");
}
