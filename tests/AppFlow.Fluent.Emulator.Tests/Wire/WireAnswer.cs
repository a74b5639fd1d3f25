using System.Globalization;
using System.Text.Json;

namespace AppFlow.Fluent.Emulator.Tests.Wire;

/// <summary>A raw answer.</summary>
public sealed record WireAnswer(int Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string? ErrorType => Headers.GetValueOrDefault("x-amzn-ErrorType");

    public string RequestId => Headers["x-amzn-RequestId"];

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string Message => Json.GetProperty("message").GetString()!;

    public JsonElement Configuration => Json.GetProperty("connectorConfiguration");

    public static WireAnswer Parse(string response)
    {
        var parts = response.Split("\r\n\r\n", 2);
        var lines = parts[0].Split("\r\n");
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2))
            .ToDictionary(pair => pair[0], pair => pair.ElementAtOrDefault(1) ?? "", StringComparer.OrdinalIgnoreCase);
        return new WireAnswer(int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture), headers, parts.ElementAtOrDefault(1) ?? "");
    }

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
