using System.Text.Json;
using AppFlow.Fluent.Emulator.Tests.Wire;

namespace AppFlow.Fluent.Emulator.PageTests.Browser;

/// <summary>
/// An emulator, and its page in a browser. It records what the page must never cause: errors, violations of the policy, and requests to other
/// hosts. Disposing it fails if there are any.
/// </summary>
public sealed class OpenInspector : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _faults = [];

    private OpenInspector(AppFlowEmulator emulator, IBrowserContext context, IPage page)
    {
        (Emulator, _context, Page) = (emulator, context, page);
        Client = emulator.CreateClient();
    }

    public AppFlowEmulator Emulator { get; }

    public AppFlowClient Client { get; }

    public IPage Page { get; }

    /// <summary>Violations that a test causes on purpose, identified by a part of their text.</summary>
    public List<string> Expected { get; } = [];

    public ILocator Filter => Page.GetByRole(AriaRole.Searchbox, new() { Name = "Filter" });

    public ILocator LedgerRows => RowsOf("Ledger");

    public ILocator ConnectorRows => RowsOf("Connectors");

    public ILocator TokenRows => RowsOf("Client tokens");

    public static async Task<OpenInspector> OpenAsync(
        Chromium chromium, int width = 1280, int height = 900, ColorScheme colors = ColorScheme.Light, float scale = 1, bool isOpened = true,
        AppFlowEmulatorOptions? options = null)
    {
        var emulator = await AppFlowEmulator.StartAsync(options ?? new AppFlowEmulatorOptions());
        var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = colors,
            DeviceScaleFactor = scale,
            BaseURL = emulator.Endpoint.AbsoluteUri,
        });
        var inspector = new OpenInspector(emulator, context, await context.NewPageAsync());
        await inspector.WatchAsync();
        if (isOpened)
        {
            await inspector.OpenAsync();
        }

        return inspector;
    }

    public async Task OpenAsync()
    {
        await Page.GotoAsync("/_emulator/");
        await Expect(Page.GetByText("Live", new() { Exact = true })).ToBeVisibleAsync();
    }

    public Task RegisterAsync(string label, string? description = null, string? token = null)
    {
        var register = ConnectorRegistration.Register(label).WithLambda($"arn:aws:lambda:us-east-1:123456789012:function:{label}");
        register = description is null ? register : register.WithDescription(description);
        return (token is null ? register : register.WithClientToken(token)).SendAsync(Client);
    }

    /// <summary>Sends one request as an attempt of a call.</summary>
    public async Task<WireAnswer> SendAsync(string path, object body, string? invocation = null, int? attempt = null)
    {
        var request = new RawRequest(Emulator.Endpoint, path, JsonSerializer.Serialize(body));
        if (invocation is not null)
        {
            request.With("amz-sdk-invocation-id", invocation);
        }

        if (attempt is not null)
        {
            request.With("amz-sdk-request", $"attempt={attempt}; max=3");
        }

        return await request.SignAndSendAsync();
    }

    public static ILocator Row(ILocator rows, string text) => rows.Filter(new() { HasText = text });

    public Task<int> WidthBeyondAsync() => Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    public async ValueTask DisposeAsync()
    {
        var policy = await Page.EvaluateAsync<string[]>("window.breaches ?? []");
        await _context.DisposeAsync();
        Client.Dispose();
        await Emulator.DisposeAsync();
        Assert.DoesNotContain(_faults.Concat(policy), fault => !Expected.Any(expected => fault.Contains(expected, StringComparison.Ordinal)));
    }

    private ILocator RowsOf(string grid) =>
        Page.GetByRole(AriaRole.Grid, new() { Name = grid, Exact = true }).GetByRole(AriaRole.Row).Filter(new() { Has = Page.GetByRole(AriaRole.Gridcell) });

    private async Task WatchAsync()
    {
        await Page.AddInitScriptAsync(
            "window.breaches = []; addEventListener('securitypolicyviolation', e => window.breaches.push(`policy: ${e.violatedDirective} ${e.blockedURI}`));");
        Page.Console += (_, message) => AddIf(message.Type is "error" or "warning", $"console: {message.Text}");
        Page.PageError += (_, error) => AddIf(true, $"page: {error}");
        Page.Dialog += (_, dialog) => AddIf(true, $"dialog: {dialog.Message}");
        Page.Request += (_, request) => AddIf(
            !request.Url.StartsWith(Emulator.Endpoint.AbsoluteUri + "_emulator/", StringComparison.Ordinal), $"elsewhere: {request.Url}");
    }

    private void AddIf(bool isFault, string fault)
    {
        if (isFault)
        {
            lock (_faults)
            {
                _faults.Add(fault);
            }
        }
    }
}
