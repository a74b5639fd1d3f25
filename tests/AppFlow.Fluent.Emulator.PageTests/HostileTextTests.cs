using AppFlow.Fluent.Emulator.PageTests.Browser;

namespace AppFlow.Fluent.Emulator.PageTests;

/// <summary>Everything that a caller sends is shown as text.</summary>
[Collection(nameof(InBrowser))]
public sealed class HostileTextTests(Chromium chromium)
{
    private const string Markup = "</div><img src=x onerror=alert(1)><script>alert(2)</script><svg onload=alert(3)>";

    [Fact]
    public async Task Markup_in_labels_descriptions_tokens_and_headers_does_nothing()
    {
        await using var inspector = await OpenInspector.OpenAsync(chromium);
        await inspector.SendAsync(
            "/register-connector",
            new
            {
                connectorLabel = "label" + Markup,
                description = "description" + Markup,
                clientToken = "token" + Markup,
                connectorProvisioningConfig = new { lambda = new { lambdaArn = "arn" + Markup } },
            },
            "invocation" + Markup,
            attempt: 1);
        await inspector.SendAsync("/update-connector-registration", new { connectorLabel = "\u202Eevil\u0000\u001b[31m\n\r\n\ndata: {}", clientToken = "__proto__" }, "constructor");
        await Expect(inspector.LedgerRows).ToHaveCountAsync(2);

        await Expect(inspector.LedgerRows.First).ToContainTextAsync("label" + Markup);
        await inspector.LedgerRows.First.ClickAsync();
        var details = inspector.Page.GetByRole(AriaRole.Region, new() { Name = "Entry" });
        foreach (var field in new[] { "label", "description", "token", "invocation", "arn" })
        {
            await Expect(details).ToContainTextAsync(field + Markup);
        }

        await details.GetByRole(AriaRole.Button, new() { Name = "Only this call" }).ClickAsync();
        await Expect(inspector.LedgerRows).ToHaveCountAsync(1);
        await Expect(inspector.Page.Locator("main img, main script, [onload], [onerror]")).ToHaveCountAsync(0);
        await inspector.Filter.FillAsync("__proto__");
        await Expect(inspector.LedgerRows).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task What_a_caller_may_register_is_text_too()
    {
        await using var inspector = await OpenInspector.OpenAsync(chromium);
        await inspector.RegisterAsync("a" + new string('b', 255), "javascript/alert", token: new string('t', 255));
        await inspector.RegisterAsync("constructor");
        await Expect(inspector.ConnectorRows).ToHaveCountAsync(2);
        await Expect(inspector.TokenRows).ToHaveCountAsync(2);

        Assert.True(await inspector.WidthBeyondAsync() <= 0);
        await OpenInspector.Row(inspector.ConnectorRows, "constructor").ClickAsync();
        await Expect(inspector.LedgerRows).ToHaveCountAsync(1);
    }
}
