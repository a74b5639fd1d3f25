using AppFlow.Fluent.Emulator.PageTests.Browser;
using Deque.AxeCore.Playwright;

namespace AppFlow.Fluent.Emulator.PageTests;

/// <summary>The page works with a screen reader, with a keyboard, and on a small or very wide screen.</summary>
[Collection(nameof(InBrowser))]
public sealed class AccessibilityTests(Chromium chromium)
{
    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 320)]
    [InlineData(ColorScheme.Dark, 320)]
    public async Task Axe_finds_nothing(ColorScheme colors, int width)
    {
        await using var inspector = await OpenInspector.OpenAsync(chromium, width, colors: colors);
        inspector.Expected.Add("status of 400");
        await AssertNoFindingsAsync(inspector, "empty");

        await FillAsync(inspector);
        await AssertNoFindingsAsync(inspector, "with content");

        await inspector.LedgerRows.Nth(1).ClickAsync();
        await inspector.Page.GetByRole(AriaRole.Button, new() { Name = "Apply plan" }).ClickAsync();
        await inspector.Page.GetByRole(AriaRole.Textbox, new() { Name = "Nth request" }).Nth(1).FillAsync("0");
        await inspector.Page.GetByRole(AriaRole.Button, new() { Name = "Apply plan" }).ClickAsync();
        await Expect(inspector.Page.GetByText("rules[1].nth must be 1 or more")).ToBeVisibleAsync();
        await AssertNoFindingsAsync(inspector, "with an entry and an error");

        await inspector.Filter.FillAsync("nothing like it");
        await Expect(inspector.Page.GetByText("No call matches.")).ToBeVisibleAsync();
        await AssertNoFindingsAsync(inspector, "with nothing found");

        await inspector.Page.GetByRole(AriaRole.Button, new() { Name = "Reset …" }).ClickAsync();
        await AssertNoFindingsAsync(inspector, "with a dialog");
    }

    [Theory]
    [InlineData(320)]
    [InlineData(375)]
    [InlineData(768)]
    [InlineData(1000)]
    [InlineData(2000)]
    public async Task No_width_makes_the_page_scroll_sideways(int width)
    {
        await using var inspector = await OpenInspector.OpenAsync(chromium, width);
        Assert.True(await inspector.WidthBeyondAsync() <= 0, "empty");

        await FillAsync(inspector);
        await inspector.LedgerRows.Nth(1).ClickAsync();

        Assert.True(await inspector.WidthBeyondAsync() <= 0, "with content");
        var cut = await inspector.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('main *:not(.unseen)')].filter(e => e.offsetParent && e.getBoundingClientRect().right > innerWidth + 0.5).map(e => `${e.tagName}.${e.className}#${e.id}`)");
        Assert.Empty(cut);
    }

    [Fact]
    public async Task Everything_is_done_by_keyboard_alone()
    {
        await using var inspector = await OpenInspector.OpenAsync(chromium);
        await FillAsync(inspector);
        var page = inspector.Page;
        var grid = page.GetByRole(AriaRole.Grid, new() { Name = "Ledger", Exact = true });

        await TabToAsync(page, inspector.Filter);
        await page.Keyboard.TypeAsync("orders");
        await Expect(inspector.LedgerRows).ToHaveCountAsync(3);
        await TabToAsync(page, page.GetByLabel("Calls"));
        await TabToAsync(page, page.GetByLabel("Follow"));
        await page.Keyboard.PressAsync("Space");
        await Expect(page.GetByLabel("Follow")).Not.ToBeCheckedAsync();
        await TabToAsync(page, grid);
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(grid).ToHaveAttributeAsync("aria-activedescendant", await inspector.LedgerRows.Nth(1).GetAttributeAsync("id") ?? "");
        await Expect(inspector.LedgerRows.Nth(1)).ToHaveAttributeAsync("aria-selected", "true");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Entry" })).ToBeVisibleAsync();
        await TabToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Close" }));
        await page.Keyboard.PressAsync("Enter");
        await Expect(grid).ToBeFocusedAsync();

        await TabToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "+1 min" }));
        await page.Keyboard.PressAsync("Space");
        await Expect(page.GetByText("advanced by 00:01:00")).ToBeVisibleAsync();
        await TabToAsync(page, page.GetByRole(AriaRole.Grid, new() { Name = "Connectors", Exact = true }));
        await page.Keyboard.PressAsync("End");
        await Expect(inspector.ConnectorRows.Last).ToHaveAttributeAsync("aria-selected", "true");
        await TabToAsync(page, page.GetByRole(AriaRole.Grid, new() { Name = "Client tokens", Exact = true }));
        await TabToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Remove" }).First);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "Rule 2" })).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Combobox, new() { Name = "Kind" })).ToBeFocusedAsync();
        await TabToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Apply plan" }));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("1 rule in force")).ToBeVisibleAsync();
    }

    private static async Task TabToAsync(IPage page, ILocator target)
    {
        const int Most = 40;
        var element = await target.ElementHandleAsync();
        for (var i = 0; i < Most; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("element => document.activeElement === element", element))
            {
                Assert.True(
                    await page.EvaluateAsync<bool>("() => getComputedStyle(document.activeElement).outlineStyle !== 'none'"), "The focus is not seen.");
                return;
            }
        }

        Assert.Fail($"{target} is out of reach of the Tab key.");
    }

    private static async Task FillAsync(OpenInspector inspector)
    {
        await inspector.RegisterAsync("orders", "pages of 500", token: "register-orders");
        inspector.Emulator.SetFaults(new FaultPlan
        {
            Rules =
            [
                new() { Kind = FaultKind.ErrorAfterApplying, ConnectorLabel = "orders", Nth = 1, StatusCode = 503, ErrorCode = "ServiceUnavailableException" },
                new() { Kind = FaultKind.Delay, ConnectorLabel = "nobody", Nth = 1, Delay = TimeSpan.FromSeconds(1) },
            ],
        });
        await inspector.SendAsync("/update-connector-registration", new { connectorLabel = "orders", clientToken = "t" }, "call", attempt: 1);
        await inspector.SendAsync("/update-connector-registration", new { connectorLabel = "orders", clientToken = "t" }, "call", attempt: 2);
        await inspector.SendAsync("/unregister-connector", new { connectorLabel = "nowhere" });
        await Expect(inspector.LedgerRows).ToHaveCountAsync(4);
        await Expect(inspector.TokenRows).ToHaveCountAsync(2);
        await Expect(inspector.Page.GetByText("2 rules in force")).ToBeVisibleAsync();
    }

    private static async Task AssertNoFindingsAsync(OpenInspector inspector, string state)
    {
        var result = await inspector.Page.RunAxe();
        Assert.True(
            result.Violations.Length == 0,
            $"{state}: {string.Join('\n', result.Violations.Select(violation => $"{violation.Id}: {violation.Help} {string.Join(' ', violation.Nodes.Select(node => node.Html))}"))}");
    }
}
