using AppFlow.Fluent.Emulator.Tests.Wire;

namespace AppFlow.Fluent.Emulator.Tests;

/// <summary>The files of the inspector's page, and the headers that they come with.</summary>
public sealed class InspectorFileTests : IAsyncLifetime
{
    private TestEmulator _appflow = null!;

    public async Task InitializeAsync() => _appflow = await TestEmulator.StartAsync();

    public Task DisposeAsync() => _appflow.DisposeAsync().AsTask();

    [Theory]
    [InlineData("", "text/html; charset=utf-8", "<!doctype html>")]
    [InlineData("index.html", "text/html; charset=utf-8", "<!doctype html>")]
    [InlineData("main.js", "text/javascript; charset=utf-8", "import ")]
    [InlineData("page.css", "text/css; charset=utf-8", ":root {")]
    [InlineData("icon.svg", "image/svg+xml", "<svg ")]
    public async Task A_file_is_what_it_says(string name, string contentType, string part)
    {
        var answer = await Request("GET", name).SendAsync();

        Assert.Equal(200, answer.Status);
        Assert.Equal(contentType, answer.Headers["Content-Type"]);
        Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
        Assert.Equal("no-cache", answer.Headers["Cache-Control"]);
        Assert.Equal("no-referrer", answer.Headers["Referrer-Policy"]);
        Assert.Contains(part, answer.Body, StringComparison.Ordinal);
        Assert.Equal(answer.Headers["Content-Length"], System.Text.Encoding.UTF8.GetByteCount(answer.Body).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task The_policy_lets_in_nothing_but_the_emulator_s_own_files()
    {
        var policy = (await Request("GET", "").SendAsync()).Headers["Content-Security-Policy"];

        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.All(
            policy.Split("; ").Select(part => part.Split(' ')),
            part => Assert.True(part is [_, "'none'" or "'self'"] or ["require-trusted-types-for", "'script'"], string.Join(' ', part)));
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_head_of_a_file_comes_without_it()
    {
        var get = await Request("GET", "").SendAsync();
        var head = await Request("HEAD", "").SendAsync();

        Assert.Equal((200, ""), (head.Status, head.Body));
        foreach (var name in new[] { "Content-Type", "Content-Length", "Content-Security-Policy", "ETag" })
        {
            Assert.Equal(get.Headers[name], head.Headers[name]);
        }
    }

    [Fact]
    public async Task A_file_that_the_browser_has_is_not_sent_again()
    {
        var etag = (await Request("GET", "main.js").SendAsync()).Headers["ETag"];

        var again = await Request("GET", "main.js").With("If-None-Match", etag).SendAsync();
        var other = await Request("GET", "page.css").With("If-None-Match", etag).SendAsync();

        Assert.Equal((304, ""), (again.Status, again.Body));
        Assert.Equal(200, other.Status);
    }

    [Theory]
    [InlineData("GET", 308)]
    [InlineData("HEAD", 308)]
    public async Task The_address_without_its_slash_leads_to_the_page(string method, int status)
    {
        var answer = await new RawRequest(_appflow.Emulator.Endpoint, "/_emulator") { Method = method }.SendAsync();

        Assert.Equal((status, "/_emulator/"), (answer.Status, answer.Headers["Location"]));
    }

    [Theory]
    [InlineData("http://evil.example", 403)]
    [InlineData("http://localhost:8321", 200)]
    public async Task Only_its_own_page_may_ask_for_a_file(string origin, int status) =>
        Assert.Equal(status, (await Request("GET", "main.js").With("Host", "localhost:8321").With("Origin", origin).SendAsync()).Status);

    [Theory]
    [InlineData("main.js.map")]
    [InlineData("Main.js")]
    [InlineData("favicon.ico")]
    [InlineData("..%2Fmain.js")]
    public async Task An_unknown_file_is_not_found(string name) => Assert.Equal(404, (await Request("GET", name).SendAsync()).Status);

    [Fact]
    public async Task What_is_told_of_callers_is_no_page_and_is_kept_by_nobody()
    {
        foreach (var name in new[] { "ledger", "connectors", "tokens", "faults", "clock", "status", "nowhere" })
        {
            var answer = await Request("GET", name).SendAsync();
            Assert.Equal(("nosniff", "no-store"), (answer.Headers["X-Content-Type-Options"], answer.Headers["Cache-Control"]));
            Assert.Equal("application/json", answer.Headers["Content-Type"]);
        }
    }

    private RawRequest Request(string method, string name) => new(_appflow.Emulator.Endpoint, "/_emulator/" + name, "") { Method = method };
}
