using AppFlow.Fluent.Emulator.PageTests.Browser;

namespace AppFlow.Fluent.Emulator.PageTests;

/// <summary>The form that reads and writes the fault plan.</summary>
[Collection(nameof(InBrowser))]
public sealed class FaultFormTests(Chromium chromium)
{
    [Fact]
    public async Task A_fault_is_set_and_seen_to_hit()
    {
        await using var inspector = await OpenInspector.OpenAsync(chromium);
        await inspector.RegisterAsync("orders");
        var rule = await AddRuleAsync(inspector.Page, 1);
        await rule.GetByLabel("Kind").SelectOptionAsync("error before applying");
        await rule.GetByLabel("Operation").SelectOptionAsync("UpdateConnectorRegistration");
        await rule.GetByRole(AriaRole.Textbox, new() { Name = "Connector" }).FillAsync("orders");
        await rule.GetByLabel("Status").FillAsync("503");
        await rule.GetByLabel("Error code").FillAsync("ServiceUnavailable");
        await Expect(rule.GetByLabel("Date off by")).ToBeHiddenAsync();
        await Apply(inspector.Page).ClickAsync();
        await Expect(inspector.Page.GetByText("1 rule in force")).ToBeVisibleAsync();

        await ConnectorRegistration.Update("orders").WithDescription("adds paging").SendAsync(inspector.Client);

        await Expect(inspector.LedgerRows).ToHaveCountAsync(3);
        await Expect(inspector.LedgerRows.Nth(1)).ToContainTextAsync("faulted");
        await Expect(inspector.LedgerRows.Nth(1)).ToContainTextAsync("ServiceUnavailable (error before applying)");
        await Expect(inspector.LedgerRows.Nth(1)).Not.ToContainTextAsync("changed");
        await Expect(inspector.LedgerRows.Nth(2)).ToContainTextAsync("applied");
    }

    [Fact]
    public async Task A_wrong_fault_is_told_at_its_field_and_the_old_plan_stays()
    {
        await using var inspector = await OpenInspector.OpenAsync(chromium);
        inspector.Expected.Add("status of 400");
        inspector.Emulator.SetFaults(new FaultPlan { Rules = [new() { Kind = FaultKind.DropAfterApplying, Nth = 7 }] });
        var page = inspector.Page;
        await Expect(page.GetByText("1 rule in force")).ToBeVisibleAsync();
        await Expect(Rule(page, 1).GetByLabel("Nth request")).ToHaveValueAsync("7");

        var second = await AddRuleAsync(page, 2);
        await second.GetByLabel("Nth request").FillAsync("0");
        await Apply(page).ClickAsync();

        var field = second.GetByLabel("Nth request");
        await Expect(second.GetByText("rules[1].nth must be 1 or more, and is 0.")).ToBeVisibleAsync();
        await Expect(field).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(field).ToHaveAccessibleDescriptionAsync("rules[1].nth must be 1 or more, and is 0.");
        await Expect(field).ToBeFocusedAsync();

        await field.FillAsync("often");
        await Apply(page).ClickAsync();
        await Expect(second.GetByText("rules[1].nth must be a 32-bit integer, and is 'often'.")).ToBeVisibleAsync();

        await page.GetByLabel("Seed").FillAsync("x");
        await field.FillAsync("1");
        await Apply(page).ClickAsync();
        await Expect(page.GetByText("seed must be a 32-bit integer, and is 'x'.")).ToBeVisibleAsync();
        await Expect(field).Not.ToHaveAttributeAsync("aria-invalid", "true");

        await page.GetByRole(AriaRole.Button, new() { Name = "Discard changes" }).ClickAsync();
        await Expect(Rule(page, 2)).ToHaveCountAsync(0);
        await Expect(Rule(page, 1).GetByLabel("Nth request")).ToHaveValueAsync("7");
    }

    [Fact]
    public async Task Text_that_is_typed_while_a_plan_is_being_applied_stays()
    {
        await using var inspector = await OpenInspector.OpenAsync(chromium);
        var page = inspector.Page;
        var (sent, released) = (new TaskCompletionSource(), new TaskCompletionSource());
        await page.RouteAsync("**/_emulator/faults", async route =>
        {
            if (route.Request.Method == "PUT")
            {
                sent.TrySetResult();
                await released.Task;
            }

            await route.ContinueAsync();
        });
        var field = (await AddRuleAsync(page, 1)).GetByLabel("Nth request");
        await Apply(page).ClickAsync();
        await sent.Task;

        await field.FillAsync("7");
        released.SetResult();

        await Expect(page.GetByText("The plan is in force: 1 rule")).ToBeAttachedAsync();
        await Expect(field).ToHaveValueAsync("7");
        await Expect(page.GetByText("not applied yet")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_field_keeps_the_focus_when_the_applied_plan_is_shown()
    {
        await using var inspector = await OpenInspector.OpenAsync(chromium);
        var page = inspector.Page;
        var field = (await AddRuleAsync(page, 1)).GetByLabel("Nth request");
        var (read, released) = (new TaskCompletionSource(), new TaskCompletionSource());
        await page.RouteAsync("**/_emulator/faults", async route =>
        {
            if (route.Request.Method == "GET")
            {
                read.TrySetResult();
                await released.Task;
            }

            await route.ContinueAsync();
        });
        await Apply(page).ClickAsync();
        await read.Task;

        await field.FocusAsync();
        released.SetResult();

        await Expect(page.GetByText("The plan is in force: 1 rule")).ToBeAttachedAsync();
        await Expect(field).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("2");
        await Expect(page.GetByText("not applied yet")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_answer_from_before_a_plan_was_applied_is_not_shown()
    {
        await using var inspector = await OpenInspector.OpenAsync(chromium);
        var page = inspector.Page;
        var (read, released) = (new TaskCompletionSource(), new TaskCompletionSource());
        await page.RouteAsync("**/_emulator/faults", async route =>
        {
            if (route.Request.Method == "GET" && !read.Task.IsCompleted)
            {
                var early = await route.FetchAsync();
                read.SetResult();
                await released.Task;
                await route.FulfillAsync(new() { Response = early });
                return;
            }

            await route.ContinueAsync();
        });
        await read.Task;
        await AddRuleAsync(page, 1);
        await Apply(page).ClickAsync();
        await Expect(page.GetByText("1 rule in force")).ToBeVisibleAsync();

        await page.RunAndWaitForRequestFinishedAsync(
            () => Task.FromResult(released.TrySetResult()),
            new() { Predicate = request => request.Url.EndsWith("/faults", StringComparison.Ordinal) });
        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");

        Assert.Equal(1, await Rule(page, 1).CountAsync());
    }

    [Fact]
    public async Task A_plan_that_a_program_sets_is_shown_without_moving_the_focus()
    {
        await using var inspector = await OpenInspector.OpenAsync(chromium);
        var page = inspector.Page;
        inspector.Emulator.SetFaults(new FaultPlan
        {
            Rules =
            [
                new() { Kind = FaultKind.ErrorAfterApplying, Nth = 1, StatusCode = 503, ErrorCode = "ServiceUnavailableException" },
                new() { Kind = FaultKind.Delay, Nth = 4, Delay = TimeSpan.FromSeconds(1) },
            ],
        });
        await Expect(page.GetByText("2 rules in force")).ToBeVisibleAsync();
        var field = Rule(page, 1).GetByLabel("Nth request");
        await field.FocusAsync();

        inspector.Emulator.SetFaults(new FaultPlan { Rules = [new() { Kind = FaultKind.Delay, Nth = 3, Delay = TimeSpan.FromSeconds(2) }] });

        await Expect(page.GetByText("1 rule in force")).ToBeVisibleAsync();
        await Expect(field).ToHaveValueAsync("3");
        await Expect(field).ToBeFocusedAsync();
        await Expect(Rule(page, 1).GetByRole(AriaRole.Textbox, new() { Name = "Delay" })).ToHaveValueAsync("00:00:02");
        await Expect(Rule(page, 1).GetByLabel("Status")).ToBeHiddenAsync();
        await Expect(Rule(page, 1).GetByLabel("Error code")).ToHaveValueAsync("");
        await Expect(Rule(page, 2)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_plan_of_every_kind_is_shown_and_written_back_as_it_was()
    {
        var plan = new FaultPlan
        {
            Seed = 7,
            Rules =
            [
                new() { Kind = FaultKind.ErrorAfterApplying, Nth = 1, Times = 2, StatusCode = 429, ErrorCode = "ThrottlingException", Message = "a+b", RetryAfter = TimeSpan.FromMilliseconds(250) },
                new() { Kind = FaultKind.SkewedDate, Probability = 0.25, DateSkew = TimeSpan.FromMinutes(-5) },
                new() { Kind = FaultKind.Delay, Operation = "ListConnectors", Nth = 9, Delay = TimeSpan.FromHours(1) },
                new() { Kind = FaultKind.TruncatedBody, ConnectorLabel = "orders", Nth = 3 },
            ],
        };
        await using var inspector = await OpenInspector.OpenAsync(chromium, isOpened: false);
        inspector.Emulator.SetFaults(plan);
        await inspector.OpenAsync();
        await Expect(inspector.Page.GetByText("4 rules in force")).ToBeVisibleAsync();

        await inspector.Page.GetByLabel("Seed").FillAsync("8");
        await Expect(inspector.Page.GetByText("not applied yet")).ToBeVisibleAsync();
        await Apply(inspector.Page).ClickAsync();
        await Expect(inspector.Page.GetByText("4 rules in force")).ToBeVisibleAsync();

        var written = await inspector.Page.APIRequest.GetAsync("/_emulator/faults");
        Assert.Equal(plan with { Seed = 8 }, FaultPlan.Parse(await written.TextAsync()));
        await inspector.Page.GetByRole(AriaRole.Button, new() { Name = "No faults" }).ClickAsync();
        await Expect(inspector.Page.GetByText("No faults are planned. Add a rule")).ToBeVisibleAsync();
    }

    private static async Task<ILocator> AddRuleAsync(IPage page, int number)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a rule" }).ClickAsync();
        return Rule(page, number);
    }

    private static ILocator Rule(IPage page, int number) => page.GetByRole(AriaRole.Group, new() { Name = $"Rule {number}" });

    private static ILocator Apply(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Apply plan" });
}
