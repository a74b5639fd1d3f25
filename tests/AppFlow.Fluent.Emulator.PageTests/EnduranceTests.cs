using AppFlow.Fluent.Emulator.PageTests.Browser;

namespace AppFlow.Fluent.Emulator.PageTests;

/// <summary>Many entries, and an emulator that stops.</summary>
[Collection(nameof(InBrowser))]
public sealed class EnduranceTests(Chromium chromium)
{
    private const int Entries = 10_000;
    private const int MostElements = 80;

    [Fact]
    public async Task Of_ten_thousand_entries_only_those_in_sight_are_in_the_document()
    {
        await using var inspector = await OpenInspector.OpenAsync(chromium);
        var page = inspector.Page;
        await inspector.RegisterAsync("orders");
        await page.EvaluateAsync(
            "() => { window.most = 0; new MutationObserver(() => window.most = Math.max(window.most, document.querySelectorAll('[role=row]').length)).observe(document.body, { childList: true, subtree: true }); }");

        await Parallel.ForAsync(1, Entries, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, ended) =>
            await ConnectorRegistration.Update("orders").WithDescription($"number {i}").WithClientToken($"token-{i}").SendAsync(inspector.Client, ended));

        await Expect(page.GetByText("10,000 entries", new() { Exact = true })).ToBeVisibleAsync();
        var grid = page.GetByRole(AriaRole.Grid, new() { Name = "Ledger", Exact = true });
        await Expect(grid).ToHaveAttributeAsync("aria-rowcount", "10001");
        await Expect(page.Locator("#ledger-grid [aria-rowindex='10001']")).ToBeInViewportAsync();
        await Expect(inspector.Page.Locator("#tokens-count")).ToHaveTextAsync("10,000");

        await grid.FocusAsync();
        await page.Keyboard.PressAsync("Home");
        await Expect(page.Locator("#ledger-grid [aria-rowindex='2']")).ToBeInViewportAsync();
        await grid.EvaluateAsync("grid => grid.scrollTop = grid.scrollHeight / 2");
        await Expect(page.Locator("#ledger-grid [aria-rowindex='5005']")).ToBeInViewportAsync();
        await inspector.Filter.FillAsync("token-4321");
        await Expect(inspector.LedgerRows).ToHaveCountAsync(1);
        await inspector.Filter.FillAsync("");
        await Expect(grid).ToHaveAttributeAsync("aria-rowcount", "10001");

        Assert.InRange(await page.EvaluateAsync<int>("window.most"), 10, MostElements);
    }

    [Fact]
    public async Task An_emulator_that_goes_and_comes_back_is_shown_anew()
    {
        await using var inspector = await OpenInspector.OpenAsync(chromium);
        inspector.Expected.Add("ERR_");
        await inspector.RegisterAsync("orders");
        await Expect(inspector.ConnectorRows).ToHaveCountAsync(1);

        await inspector.Emulator.DisposeAsync();
        await Expect(inspector.Page.GetByText("No answer, trying again")).ToBeVisibleAsync();
        await using var next = await AppFlowEmulator.StartAsync(new AppFlowEmulatorOptions { Port = inspector.Emulator.Endpoint.Port });

        await Expect(inspector.Page.GetByText("Live", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(inspector.LedgerRows).ToHaveCountAsync(0);
        await Expect(inspector.ConnectorRows).ToHaveCountAsync(0);
    }
}
