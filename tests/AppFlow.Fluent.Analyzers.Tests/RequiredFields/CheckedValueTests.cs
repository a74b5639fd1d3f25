using AppFlow.Fluent.Analyzers.Tests.Verification;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.RequiredFields;

/// <summary>User input that <c>ConnectorRegistrationValues</c> has validated.</summary>
public sealed class CheckedValueTests
{
    [Theory]
    [InlineData("""
        var r = ConnectorRegistration.Update();
        if (condition) r = r.WithConnectorLabel(label);
        if (ConnectorRegistrationValues.FaultOfConnectorLabel(r.ConnectorLabel) is { } fault) { Console.WriteLine(fault); return; }
        await r.SendAsync(client);
        """)]
    [InlineData("""
        var r = ConnectorRegistration.Update();
        if (condition) r = r.WithConnectorLabel(label);
        var fault = ConnectorRegistrationValues.FaultOfConnectorLabel(r.ConnectorLabel);
        if (fault is null) await r.SendAsync(client);
        """)]
    [InlineData("""
        var r = ConnectorRegistration.Update();
        if (ConnectorRegistrationValues.FaultOfConnectorLabel(label) is null) r = r.WithConnectorLabel(label);
        Console.WriteLine(label);
        if (ConnectorRegistrationValues.FaultOfConnectorLabel(label) != null) return;
        await r.SendAsync(client);
        """)]
    [InlineData("""
        var r = ConnectorRegistration.Update();
        if (!string.IsNullOrEmpty(label)) r = r.WithConnectorLabel(label);
        if (ConnectorRegistrationValues.FaultOfConnectorLabel(label) is null) await r.SendAsync(client);
        """)]
    [InlineData("""
        string? given = condition ? label : null;
        if (ConnectorRegistrationValues.FaultOfConnectorLabel(given) is null) await ConnectorRegistration.Update(given!).SendAsync(client);
        """)]
    public Task A_validated_label_is_set(string statements) => Verify.BodyAsync(statements);

    [Theory]
    [InlineData("""
        var r = ConnectorRegistration.Update();
        if (condition) r = r.WithConnectorLabel(label);
        if (ConnectorRegistrationValues.FaultOfConnectorLabel(r.ConnectorLabel) is { } fault) Console.WriteLine(fault);
        await r.{|AFF2002:SendAsync|}(client);
        """)]
    [InlineData("""
        var r = ConnectorRegistration.Update().WithDescription(label);
        if (condition) r = r.WithConnectorLabel(label);
        if (ConnectorRegistrationValues.FaultOfDescription(r.Description) is null) await r.{|AFF2002:SendAsync|}(client);
        """)]
    [InlineData("""
        var r = ConnectorRegistration.Update();
        if (ConnectorRegistrationValues.FaultOfConnectorLabel(label) is null) r = r.WithConnectorLabel(label);
        await r.{|AFF2002:SendAsync|}(client);
        """)]
    public Task A_label_that_failed_validation_is_not_set(string statements) => Verify.BodyAsync(statements);
}
