using System.Text.Json;

namespace AppFlow.Fluent.Emulator.Tests.Wire;

/// <summary>An answer as it came over the wire.</summary>
public sealed record WireAnswer(int Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string? ErrorType => Headers.GetValueOrDefault("x-amzn-ErrorType");

    public string RequestId => Headers["x-amzn-RequestId"];

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string Message => Json.GetProperty("message").GetString()!;

    public JsonElement Configuration => Json.GetProperty("connectorConfiguration");

    public WireAnswer ShouldSucceed()
    {
        Assert.True(Status == 200, $"{Status} {ErrorType}: {Body}");
        Assert.Null(ErrorType);
        return this;
    }

    public WireAnswer ShouldFail(int status, string errorType)
    {
        Assert.True(Status == status && ErrorType == errorType, $"Expected {status} {errorType}, got {Status} {ErrorType}: {Body}");
        Assert.NotEmpty(Message);
        return this;
    }
}
