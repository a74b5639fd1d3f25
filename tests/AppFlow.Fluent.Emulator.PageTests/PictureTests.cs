using AppFlow.Fluent.Emulator.PageTests.Browser;

namespace AppFlow.Fluent.Emulator.PageTests;

/// <summary>The README's picture. <c>.ci/page --picture FILE</c> saves it.</summary>
[Collection(nameof(InBrowser))]
public sealed class PictureTests(Chromium chromium)
{
    private const int MostBytes = 300_000;

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_page_at_work_makes_a_picture(ColorScheme colors)
    {
        await using var inspector = await OpenInspector.OpenAsync(chromium, width: 1180, height: 850, colors, scale: 1.2f, isOpened: false);
        await WorkAsync(inspector);
        await inspector.OpenAsync();
        await Expect(inspector.ConnectorRows).ToHaveCountAsync(6);
        await OpenInspector.Row(inspector.LedgerRows, "drop after applying").ClickAsync();
        await Expect(inspector.Page.GetByRole(AriaRole.Region, new() { Name = "Entry" })).ToBeVisibleAsync();

        var picture = await inspector.Page.ScreenshotAsync(new() { Path = PathOf(colors), Animations = ScreenshotAnimations.Disabled });

        Assert.InRange(picture.Length, 10_000, MostBytes);
    }

    /// <summary>A release rolled out over several connectors, with many faults.</summary>
    private static async Task WorkAsync(OpenInspector inspector)
    {
        string[] labels = ["billing", "inventory", "orders", "payments", "returns", "shipping"];
        foreach (var label in labels)
        {
            await inspector.RegisterAsync(label, $"{label} 2.3", token: $"register-{label}-2.3");
        }

        inspector.Emulator.SetFaults(new FaultPlan
        {
            Seed = 7,
            Rules =
            [
                new() { Kind = FaultKind.DropAfterApplying, Operation = "UpdateConnectorRegistration", ConnectorLabel = "orders", Nth = 1 },
                new() { Kind = FaultKind.ErrorBeforeApplying, Operation = "UpdateConnectorRegistration", ConnectorLabel = "payments", Nth = 1, Times = 2, StatusCode = 503, ErrorCode = "ThrottlingException", RetryAfter = TimeSpan.FromMilliseconds(20) },
            ],
        });
        foreach (var label in labels)
        {
            await ConnectorRegistration.Update(label).WithDescription($"{label} 2.4").WithOperationId($"release-2.4/{label}").SendAsync(inspector.Client);
        }

        await inspector.SendAsync("/update-connector-registration", new { connectorLabel = "refunds", clientToken = "release-2.4-refunds" }, "7c1e", attempt: 1);
        await inspector.SendAsync("/list-connectors", new { }, "91d3", attempt: 1);
        inspector.Emulator.AdvanceClock(TimeSpan.FromMinutes(90));
    }

    private static string PathOf(ColorScheme colors)
    {
        var light = Environment.GetEnvironmentVariable("PAGE_PICTURE") is { Length: > 0 } path ? path : Path.Combine(AppContext.BaseDirectory, "inspector.png");
        return colors == ColorScheme.Light ? light : Path.Combine(AppContext.BaseDirectory, "inspector-dark.png");
    }
}
