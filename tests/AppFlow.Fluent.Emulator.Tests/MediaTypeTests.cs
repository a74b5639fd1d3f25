using AppFlow.Fluent.Emulator.Tests.Wire;

namespace AppFlow.Fluent.Emulator.Tests;

/// <summary>Content-Type must be JSON, and Accept must not exclude it.</summary>
public sealed class MediaTypeTests : IAsyncLifetime
{
    private TestEmulator _appflow = null!;

    public async Task InitializeAsync() => _appflow = await TestEmulator.StartAsync();

    public Task DisposeAsync() => _appflow.DisposeAsync().AsTask();

    [Theory]
    [InlineData("application/json")]
    [InlineData("Application/JSON")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json;charset=utf-16;x=1")]
    public async Task A_json_body_is_accepted(string contentType) =>
        (await Request().With("Content-Type", contentType).SignAndSendAsync()).ShouldSucceed();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("text/plain")]
    [InlineData("application/x-amz-json-1.1")]
    [InlineData("application/hal+json")]
    [InlineData("application/*")]
    [InlineData("nonsense")]
    public async Task A_body_of_another_media_type_is_unsupported(string? contentType)
    {
        var request = Request().Without("Content-Type");
        (await (contentType is null ? request : request.With("Content-Type", contentType)).SignAndSendAsync())
            .ShouldFail(415, "UnsupportedMediaTypeException");
    }

    [Fact]
    public async Task A_repeated_content_type_is_unsupported()
    {
        var request = Request();
        request.Headers.Add(new("Content-Type", "application/json"));

        (await request.SignAndSendAsync()).ShouldFail(415, "UnsupportedMediaTypeException");
    }

    [Fact]
    public async Task Without_a_body_no_content_type_is_required() =>
        (await new RawRequest(_appflow.Emulator.Endpoint, "/list-connectors", "") { SignedHeaders = "host;x-amz-date" }.Without("Content-Type").SignAndSendAsync())
            .ShouldSucceed();

    [Theory]
    [InlineData("")]
    [InlineData("*/*")]
    [InlineData("application/*")]
    [InlineData("APPLICATION/json")]
    [InlineData("application/json;charset=utf-8")]
    [InlineData("text/html, application/json;q=0.1")]
    [InlineData("*/*;q=0, application/json")]
    [InlineData("text/html, */*; q=0.5")]
    public async Task An_accept_that_includes_json_is_answered(string accept) =>
        (await Request().With("Accept", accept).SignAndSendAsync()).ShouldSucceed();

    [Theory]
    [InlineData("text/html")]
    [InlineData("text/*")]
    [InlineData("application/hal+json")]
    [InlineData("application/json;q=0")]
    [InlineData("*/*, application/json;q=0")]
    [InlineData("*/*, application/*;q=0.0")]
    [InlineData("nonsense")]
    public async Task An_accept_that_excludes_json_is_not_acceptable(string accept) =>
        (await Request().With("Accept", accept).SignAndSendAsync()).ShouldFail(406, "NotAcceptableException");

    [Fact]
    public async Task Refusals_have_a_fixed_order()
    {
        RawRequest Wrong(string path, string body) =>
            new RawRequest(_appflow.Emulator.Endpoint, path, body) { SignedHeaders = "host;x-amz-date" }.With("Content-Type", "text/plain").With("Accept", "text/plain");

        (await Wrong("/nowhere", new string('x', 1024 * 1024 + 1)).SendAsync()).ShouldFail(413, "RequestEntityTooLargeException");
        (await Wrong("/nowhere", "x").SendAsync()).ShouldFail(403, "MissingAuthenticationTokenException");
        (await Wrong("/nowhere", "x").SignAndSendAsync()).ShouldFail(404, "UnknownOperationException");
        (await Wrong("/list-connectors", "x").SignAndSendAsync()).ShouldFail(415, "UnsupportedMediaTypeException");
        (await Wrong("/list-connectors", "x").With("Content-Type", "application/json").SignAndSendAsync()).ShouldFail(406, "NotAcceptableException");
        (await Wrong("/list-connectors", "x").With("Content-Type", "application/json").With("Accept", "*/*").SignAndSendAsync())
            .ShouldFail(400, "SerializationException");
        (await Wrong("/list-connectors", """{"maxResults":0}""").With("Content-Type", "application/json").With("Accept", "*/*").SignAndSendAsync())
            .ShouldFail(400, "ValidationException");
    }

    [Fact]
    public async Task Control_requests_accept_any_content_type()
    {
        var request = new RawRequest(_appflow.Emulator.Endpoint, "/_emulator/faults", """{"rules":[]}""") { Method = "PUT" };

        Assert.Equal(204, (await request.With("Content-Type", "text/plain").With("Accept", "text/html").SendAsync()).Status);
    }

    private RawRequest Request() => new(_appflow.Emulator.Endpoint, "/list-connectors") { SignedHeaders = "host;x-amz-date" };
}
