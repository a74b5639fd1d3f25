using AppFlow.Fluent.Emulator.PageTests.Browser;

namespace AppFlow.Fluent.Emulator.PageTests;

/// <summary>What a user sees who opens the page and works with it.</summary>
[Collection(nameof(InBrowser))]
public sealed class PageTests(Chromium chromium)
{
    [Fact]
    public async Task It_appears_and_says_what_to_do()
    {
        await using var inspector = await OpenInspector.OpenAsync(chromium);
        var page = inspector.Page;

        await Expect(page).ToHaveTitleAsync("AppFlow emulator");
        await Expect(page.GetByText("account 123456789012, us-east-1")).ToBeVisibleAsync();
        var settings = page.GetByRole(AriaRole.Region, new() { Name = "Settings for a client" });
        await Expect(settings).ToContainTextAsync("AWS_ENDPOINT_URL_APPFLOW=" + inspector.Emulator.Endpoint.GetLeftPart(UriPartial.Authority));
        await Expect(page.GetByText("None is registered.")).ToBeVisibleAsync();
        await Expect(page.GetByText("None is remembered.")).ToBeVisibleAsync();
        await Expect(page.GetByText("No faults are planned. Add a rule")).ToBeVisibleAsync();
        foreach (var heading in new[] { "Ledger", "Connectors", "Client tokens", "Faults", "Clock" })
        {
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true, Level = 2 })).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task What_came_before_and_what_comes_now_is_shown()
    {
        await using var inspector = await OpenInspector.OpenAsync(chromium, isOpened: false);
        await inspector.RegisterAsync("before", "was there", token: "first-token");
        await inspector.OpenAsync();
        await Expect(inspector.LedgerRows).ToHaveCountAsync(1);
        await Expect(inspector.Page.GetByText("No requests yet.")).ToBeHiddenAsync();

        await inspector.RegisterAsync("orders", "adds paging", token: "second-token");
        await ConnectorRegistration.Update("orders").WithDescription("pages faster").SendAsync(inspector.Client);

        await Expect(inspector.LedgerRows).ToHaveCountAsync(3);
        await Expect(inspector.LedgerRows.Nth(1)).ToContainTextAsync("Register");
        await Expect(inspector.LedgerRows.Nth(1)).ToContainTextAsync("orders");
        await Expect(inspector.LedgerRows.Nth(2)).ToContainTextAsync("Update");
        await Expect(inspector.LedgerRows.Nth(2)).ToContainTextAsync("applied");
        await Expect(inspector.LedgerRows.Nth(2)).ToContainTextAsync("changed");
        await Expect(inspector.ConnectorRows).ToHaveCountAsync(2);
        var orders = OpenInspector.Row(inspector.ConnectorRows, "orders");
        await Expect(orders).ToContainTextAsync("2.0");
        await Expect(orders).ToContainTextAsync("pages faster");
        await Expect(orders.Locator("[title='arn:aws:lambda:us-east-1:123456789012:function:orders']")).ToHaveTextAsync("orders");
        await Expect(inspector.TokenRows).ToHaveCountAsync(3);
        await Expect(inspector.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("2 new entries");
    }

    [Fact]
    public async Task Several_regions_are_told_apart_and_one_is_not_named()
    {
        await using var inspector = await OpenInspector.OpenAsync(chromium, options: new() { Region = AppFlowEmulatorOptions.AnyRegion });
        await Expect(inspector.Page.GetByText("account 123456789012, any region")).ToBeVisibleAsync();
        var columns = inspector.Page.GetByRole(AriaRole.Columnheader, new() { Name = "Region", Exact = true });

        await inspector.RegisterAsync("orders", token: "first-token");
        await Expect(inspector.ConnectorRows).ToHaveCountAsync(1);
        await Expect(columns).ToHaveCountAsync(0);

        using var frankfurt = inspector.Emulator.CreateClient("eu-central-1");
        await ConnectorRegistration.Register("orders").WithLambda("arn:aws:lambda:eu-central-1:123456789012:function:orders")
            .WithClientToken("first-token").SendAsync(frankfurt);

        await Expect(inspector.ConnectorRows).ToHaveCountAsync(2);
        await Expect(inspector.TokenRows).ToHaveCountAsync(2);
        await Expect(columns).ToHaveCountAsync(3);
        foreach (var rows in new[] { inspector.LedgerRows, inspector.ConnectorRows, inspector.TokenRows })
        {
            await Expect(OpenInspector.Row(rows, "us-east-1")).ToHaveCountAsync(1);
            await Expect(OpenInspector.Row(rows, "eu-central-1")).ToHaveCountAsync(1);
        }
    }

    [Fact]
    public async Task The_filter_finds_calls_by_any_of_their_words_and_by_outcome()
    {
        await using var inspector = await OpenInspector.OpenAsync(chromium);
        await inspector.RegisterAsync("orders");
        await inspector.RegisterAsync("invoices", token: "invoice-token");
        await inspector.SendAsync("/update-connector-registration", new { connectorLabel = "nowhere" });
        await Expect(inspector.LedgerRows).ToHaveCountAsync(3);

        await inspector.Filter.FillAsync("INVOICE-token register");
        await Expect(inspector.LedgerRows).ToHaveCountAsync(1);
        await Expect(inspector.LedgerRows).ToContainTextAsync("invoices");
        await Expect(inspector.Page.GetByText("1 of 3 entries", new() { Exact = true })).ToBeVisibleAsync();

        await inspector.Filter.FillAsync("nothing like it");
        await Expect(inspector.LedgerRows).ToHaveCountAsync(0);
        await inspector.Page.GetByRole(AriaRole.Button, new() { Name = "Show all calls" }).ClickAsync();
        await Expect(inspector.LedgerRows).ToHaveCountAsync(3);

        await inspector.Page.GetByLabel("Calls").SelectOptionAsync("with refused");
        await Expect(inspector.LedgerRows).ToHaveCountAsync(1);
        await Expect(inspector.LedgerRows).ToContainTextAsync("ResourceNotFoundException");
    }

    [Fact]
    public async Task The_attempts_of_one_call_stand_together()
    {
        await using var inspector = await OpenInspector.OpenAsync(chromium);
        await inspector.RegisterAsync("orders");
        inspector.Emulator.SetFaults(new FaultPlan
        {
            Rules = [new() { Kind = FaultKind.ErrorAfterApplying, ConnectorLabel = "orders", Nth = 1, StatusCode = 503 }],
        });
        var update = new { connectorLabel = "orders", description = "adds paging", clientToken = "t-1" };

        await inspector.SendAsync("/update-connector-registration", update, "call-1", attempt: 1);
        await inspector.SendAsync("/list-connectors", new { }, "call-2", attempt: 1);
        await inspector.SendAsync("/update-connector-registration", update, "call-1", attempt: 2);

        await Expect(inspector.LedgerRows).ToHaveCountAsync(4);
        await Expect(inspector.LedgerRows.Nth(1)).ToContainTextAsync("error after applying");
        await Expect(inspector.LedgerRows.Nth(1)).ToContainTextAsync("changed");
        await Expect(inspector.LedgerRows.Nth(1)).ToHaveAttributeAsync("data-place", "first");
        await Expect(inspector.LedgerRows.Nth(2)).ToContainTextAsync("replayed");
        await Expect(inspector.LedgerRows.Nth(2)).Not.ToContainTextAsync("changed");
        await Expect(inspector.LedgerRows.Nth(2)).ToHaveAttributeAsync("data-place", "last");
        await Expect(inspector.LedgerRows.Nth(3)).ToContainTextAsync("List");

        await inspector.Page.GetByLabel("Calls").SelectOptionAsync("with several attempts");
        await Expect(inspector.LedgerRows).ToHaveCountAsync(2);
        await inspector.LedgerRows.Nth(1).ClickAsync();
        var details = inspector.Page.GetByRole(AriaRole.Region, new() { Name = "Entry" });
        await Expect(details).ToContainTextAsync("2 (2 attempts of this call seen)");
        await Expect(details).ToContainTextAsync("call-1");
        await Expect(details).ToContainTextAsync("adds paging");
        await details.GetByRole(AriaRole.Button, new() { Name = "Only this token" }).ClickAsync();
        await Expect(inspector.Filter).ToHaveValueAsync("t-1");
    }

    [Fact]
    public async Task The_clock_moves_and_the_tokens_go()
    {
        await using var inspector = await OpenInspector.OpenAsync(chromium);
        var page = inspector.Page;
        await inspector.RegisterAsync("orders", token: "the-token");
        await Expect(inspector.TokenRows).ToContainTextAsync("the-token");
        await Expect(inspector.TokenRows).ToContainTextAsync(new System.Text.RegularExpressions.Regex("(7:59:|8:00:00)"));

        await page.GetByRole(AriaRole.Textbox, new() { Name = "Advance by" }).FillAsync("8 hours");
        await page.GetByRole(AriaRole.Button, new() { Name = "Advance", Exact = true }).ClickAsync();
        await Expect(page.GetByText("advance must be a duration such as \"00:00:02.5\", and is '8 hours'.")).ToBeVisibleAsync();
        inspector.Expected.Add("status of 400");

        await page.GetByRole(AriaRole.Button, new() { Name = "+1 h" }).ClickAsync();
        await Expect(inspector.TokenRows).ToContainTextAsync(new System.Text.RegularExpressions.Regex("(6:5\\d:|7:00:00)"));
        await page.GetByRole(AriaRole.Button, new() { Name = "+8 h" }).ClickAsync();

        await Expect(inspector.TokenRows).ToHaveCountAsync(0);
        await Expect(page.GetByText("None is remembered.")).ToBeVisibleAsync();
        await Expect(page.GetByText("advanced by 09:00:00")).ToBeVisibleAsync();
        await Expect(inspector.ConnectorRows).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_reset_is_asked_for_twice_and_empties_the_page()
    {
        await using var inspector = await OpenInspector.OpenAsync(chromium);
        await inspector.RegisterAsync("orders", token: "t");
        await Expect(inspector.TokenRows).ToHaveCountAsync(1);

        await inspector.Page.GetByRole(AriaRole.Button, new() { Name = "Reset …" }).ClickAsync();
        await inspector.Page.GetByRole(AriaRole.Button, new() { Name = "Keep everything" }).ClickAsync();
        Assert.Single(inspector.Emulator.Applied);
        await inspector.Page.GetByRole(AriaRole.Button, new() { Name = "Reset …" }).ClickAsync();
        await inspector.Page.GetByRole(AriaRole.Button, new() { Name = "Reset", Exact = true }).ClickAsync();

        await Expect(inspector.LedgerRows).ToHaveCountAsync(0);
        await Expect(inspector.ConnectorRows).ToHaveCountAsync(0);
        await Expect(inspector.TokenRows).ToHaveCountAsync(0);
        Assert.Empty(inspector.Emulator.Received);
        await inspector.RegisterAsync("afterwards");
        await Expect(inspector.LedgerRows).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_reset_by_somebody_else_is_seen()
    {
        await using var inspector = await OpenInspector.OpenAsync(chromium);
        await inspector.RegisterAsync("orders");
        await Expect(inspector.ConnectorRows).ToHaveCountAsync(1);

        inspector.Emulator.Reset();
        await inspector.RegisterAsync("afterwards");

        await Expect(OpenInspector.Row(inspector.LedgerRows, "orders")).ToHaveCountAsync(0);
        await Expect(inspector.LedgerRows).ToHaveCountAsync(1);
        await Expect(inspector.ConnectorRows).ToContainTextAsync("afterwards");
    }
}
