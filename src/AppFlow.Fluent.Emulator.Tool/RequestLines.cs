using System.Globalization;
using System.Text.Json;
using System.Threading.Channels;
using AppFlow.Fluent.Emulator.Ledger;

namespace AppFlow.Fluent.Emulator.Tool;

/// <summary>
/// Prints a line for each request without slowing requests down, even if the reader is slow or does not read at all. Lines that do not fit
/// are left out, and a line says how many.
/// </summary>
/// <param name="output">Where the lines go.</param>
/// <param name="timeProvider">The clock that dates them.</param>
internal sealed class RequestLines(TextWriter output, TimeProvider timeProvider) : IRequestLog, IAsyncDisposable
{
    /// <summary>How many lines may wait.</summary>
    public const int MaxWaiting = 10_000;

    // The end of the program waits no longer than this for a reader.
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);

    private readonly Channel<(DateTimeOffset At, AnsweredRequest Request)> _waiting =
        Channel.CreateBounded<(DateTimeOffset, AnsweredRequest)>(new BoundedChannelOptions(MaxWaiting) { SingleReader = true });

    private Task _written = Task.CompletedTask;
    private int _leftOut;

    public void Add(AnsweredRequest request)
    {
        // The waiting lines have a bounded size, because a label may be a megabyte long.
        var kept = request with { ConnectorLabel = request.ConnectorLabel is { } label ? ErrorLine.Excerpt(label) : null };
        if (!_waiting.Writer.TryWrite((timeProvider.GetUtcNow(), kept)))
        {
            Interlocked.Increment(ref _leftOut);
        }
    }

    /// <summary>Starts to write, beginning with the lines that already wait.</summary>
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

    /// <summary>A valid label unchanged; any other in quotes, so that it cannot be mistaken for the fields behind it.</summary>
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
