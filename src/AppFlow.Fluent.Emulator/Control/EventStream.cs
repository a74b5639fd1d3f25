using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using AppFlow.Fluent.Emulator.Connections;
using AppFlow.Fluent.Emulator.Ledger;
using AppFlow.Fluent.Emulator.State;
using Microsoft.AspNetCore.Http;

namespace AppFlow.Fluent.Emulator.Control;

/// <summary>
/// The ledger as it grows, as <c>text/event-stream</c>. A stream ends when its reader leaves or falls too far behind, or when the emulator stops.
/// </summary>
internal sealed class EventStream(CurrentState state, TimeProvider timeProvider, JsonWriterOptions writerOptions, CancellationToken stopping)
{
    private const int EventsPerFlush = 256;

    // Proxies and readers consider a silent connection dead.
    private static readonly TimeSpan CommentInterval = TimeSpan.FromSeconds(15);

    private static ReadOnlySpan<byte> Comment => ":\n\n"u8;

    public async Task WriteAsync(HttpContext context)
    {
        // An open stream is a request in progress, so its connection is not idle.
        context.Features.Get<ConnectionActivity>()?.Begin();
        using var follower = state.Feed.Follow();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping, follower.CutOff);
        context.Response.ContentType = "text/event-stream";
        try
        {
            await context.Response.StartAsync(ended.Token).ConfigureAwait(false);
            var output = context.Response.BodyWriter;
            await FlushAsync(output, ended.Token).ConfigureAwait(false);
            if (LastEventId(context.Request) is { } lastId)
            {
                await WriteHeldAsync(output, state.Value.Ledger, lastId, follower.StartId, ended.Token).ConfigureAwait(false);
            }

            await FollowAsync(output, follower, ended.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The stream ends after a complete event, and the connection ends with it.
        }
        catch (OperationCanceledException) when (follower.CutOff.IsCancellationRequested)
        {
            context.Abort();
        }
    }

    /// <summary>The number of the last event that the reader knows; <see langword="null"/> if it sends none.</summary>
    private static long? LastEventId(HttpRequest request) =>
        long.TryParse(request.Headers["Last-Event-ID"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private async Task WriteHeldAsync(PipeWriter output, RequestLedger ledger, long lastId, long until, CancellationToken ended)
    {
        var events = new LedgerEvent[EventsPerFlush];
        while (ledger.Read(lastId, until, events) is > 0 and var count)
        {
            await WriteAsync(output, events.AsMemory(0, count), ended).ConfigureAwait(false);
            lastId = events[count - 1].Id;
        }
    }

    private async Task FollowAsync(PipeWriter output, LedgerFollower follower, CancellationToken ended)
    {
        var events = new LedgerEvent[EventsPerFlush];
        var comment = Task.Delay(CommentInterval, timeProvider, ended);
        while (true)
        {
            await Task.WhenAny(follower.WaitAsync(), comment).ConfigureAwait(false);
            ended.ThrowIfCancellationRequested();
            if (comment.IsCompleted)
            {
                output.Write(Comment);
                await FlushAsync(output, ended).ConfigureAwait(false);
                comment = Task.Delay(CommentInterval, timeProvider, ended);
            }

            if (follower.Read(events) is > 0 and var count)
            {
                await WriteAsync(output, events.AsMemory(0, count), ended).ConfigureAwait(false);
            }
        }
    }

    private async Task WriteAsync(PipeWriter output, ReadOnlyMemory<LedgerEvent> events, CancellationToken ended)
    {
        using (var json = new Utf8JsonWriter(output, writerOptions))
        {
            foreach (var happened in events.Span)
            {
                Encoding.UTF8.GetBytes(
                    string.Create(CultureInfo.InvariantCulture, $"id: {happened.Id}\nevent: {(happened.IsApplied ? "applied" : "received")}\ndata: "), output);
                LedgerJson.Write(json, happened.Entry);
                json.Flush();
                json.Reset();
                output.Write("\n\n"u8);
            }
        }

        await FlushAsync(output, ended).ConfigureAwait(false);
    }

    private static async Task FlushAsync(PipeWriter output, CancellationToken ended)
    {
        var result = await output.FlushAsync(ended).ConfigureAwait(false);
        if (result.IsCompleted || result.IsCanceled)
        {
            throw new OperationCanceledException("The reader is gone.");
        }
    }
}
