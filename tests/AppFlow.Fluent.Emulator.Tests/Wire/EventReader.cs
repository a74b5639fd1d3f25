using System.Text.Json;

namespace AppFlow.Fluent.Emulator.Tests.Wire;

/// <summary>Reads a stream of events, message by message.</summary>
public sealed class EventReader : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly HttpClient _http;
    private readonly StreamReader _lines;

    private EventReader(HttpClient http, HttpResponseMessage response, Stream body)
    {
        (_http, Response) = (http, response);
        _lines = new StreamReader(body);
    }

    public HttpResponseMessage Response { get; }

    public static async Task<EventReader> OpenAsync(Uri endpoint, string? lastEventId = null)
    {
        var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(endpoint, "/_emulator/events"));
        if (lastEventId is not null)
        {
            request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        }

        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new EventReader(http, response, await response.Content.ReadAsStreamAsync());
    }

    /// <summary>The next message; <see langword="null"/> if the stream has ended.</summary>
    public async Task<string?> ReadAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        var message = new List<string>();
        while (await _lines.ReadLineAsync(timeout.Token) is { } line)
        {
            if (line.Length == 0)
            {
                return string.Join('\n', message);
            }

            message.Add(line);
        }

        return null;
    }

    /// <summary>The next event: its number, its kind, and the label of its entry.</summary>
    public async Task<(long Id, string Kind, string? Label)> ReadEventAsync()
    {
        var lines = (await ReadAsync() ?? throw new EndOfStreamException()).Split('\n');
        Assert.Collection(
            lines,
            id => Assert.StartsWith("id: ", id, StringComparison.Ordinal),
            kind => Assert.StartsWith("event: ", kind, StringComparison.Ordinal),
            data => Assert.StartsWith("data: {", data, StringComparison.Ordinal));
        using var entry = JsonDocument.Parse(lines[2]["data: ".Length..]);
        return (
            long.Parse(lines[0]["id: ".Length..], System.Globalization.CultureInfo.InvariantCulture),
            lines[1]["event: ".Length..],
            entry.RootElement.GetProperty("connectorLabel").GetString());
    }

    public void Dispose()
    {
        _lines.Dispose();
        Response.Dispose();
        _http.Dispose();
    }
}
