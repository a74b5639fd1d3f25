using System.Globalization;
using System.Text.Json;
using System.Threading.Channels;
using AppFlow.Fluent.Emulator.Ledger;

namespace AppFlow.Fluent.Emulator.Tool;

/// <summary>
/// A line for each request, written beside the requests: whoever reads the lines slowly, or not at all, holds none of them up. What does not find
/// room is left out, and a line tells how many were.
/// </summary>
/// <param name="output">Where the lines go.</param>
/// <param name="timeProvider">The clock that dates them.</param>
internal sealed class RequestLines(TextWriter output, TimeProvider timeProvider) : IRequestLog, IAsyncDisposable
{
    /// <summary>How many lines may wait.</summary>
    public const int MaxWaiting = 10_000;

    // The end of the program does not wait longer for a reader.
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);

    private readonly Channel<(DateTimeOffset At, AnsweredRequest Request)> _waiting =
        Channel.CreateBounded<(DateTimeOffset, AnsweredRequest)>(new BoundedChannelOptions(MaxWaiting) { SingleReader = true });

    private Task _written = Task.CompletedTask;
    private int _leftOut;

    public void Add(AnsweredRequest request)
    {
        // What waits is of bounded size: a label may be a megabyte.
        var kept = request with { ConnectorLabel = request.ConnectorLabel is { } label ? ErrorLine.Excerpt(label) : null };
        if (!_waiting.Writer.TryWrite((timeProvider.GetUtcNow(), kept)))
        {
            Interlocked.Increment(ref _leftOut);
        }
    }

    /// <summary>Begins to write, with what has come before.</summary>
    public void Start() => _written = Task.Run(WriteAsync);

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _written.WaitAsync(Farewell).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>One request in one line: time, operation, label, outcome, attempt, code.</summary>
    public static string Line(DateTimeOffset at, AnsweredRequest request) => string.Join(
        ' ',
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        request.Operation ?? "-",
        request.ConnectorLabel is { Length: > 0 } label ? Quoted(ErrorLine.Shown(ErrorLine.Excerpt(label))) : "-",
        JsonNamingPolicy.CamelCase.ConvertName(request.Outcome.ToString()),
        request.Attempt?.ToString(CultureInfo.InvariantCulture) ?? "-",
        Code(request));

    private static string Code(AnsweredRequest request)
    {
        var status = request.StatusCode?.ToString(CultureInfo.InvariantCulture) ?? "-";
        var reason = request.Error ?? (request.Fault is { } fault ? JsonNamingPolicy.CamelCase.ConvertName(fault.ToString()) : null);
        return reason is null ? status : $"{status} {ErrorLine.Shown(ErrorLine.Excerpt(reason))}";
    }

    /// <summary>A label as labels are stands as it is; any other in quotes, so that it cannot be taken for the fields behind it.</summary>
    private static string Quoted(string label) =>
        label.All(c => char.IsAsciiLetterOrDigit(c) || "_!@#.-".Contains(c, StringComparison.Ordinal)) ? label : $"\"{label.Replace('"', '\'')}\"";

    private async Task WriteAsync()
    {
        await foreach (var (at, request) in _waiting.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            await output.WriteLineAsync(Line(at, request)).ConfigureAwait(false);
            if (Interlocked.Exchange(ref _leftOut, 0) is > 0 and var leftOut)
            {
                await output.WriteLineAsync($"{leftOut} requests are left out here: their lines were not read in time.").ConfigureAwait(false);
            }
        }
    }
}
