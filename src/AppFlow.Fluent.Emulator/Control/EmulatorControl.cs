using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using AppFlow.Fluent.Emulator.Faults;
using AppFlow.Fluent.Emulator.Http;
using AppFlow.Fluent.Emulator.Protocol;
using AppFlow.Fluent.Emulator.State;
using Microsoft.AspNetCore.Http;

namespace AppFlow.Fluent.Emulator.Control;

/// <summary>
/// The control requests under <c>/_emulator/</c>. They are not part of the service: they need no signature, are not recorded and meet no
/// faults.
/// </summary>
internal sealed class EmulatorControl
{
    private const string Root = "/_emulator/";

    // The answers are application/json and never part of a web page, so quotes and plus signs can stay readable.
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly OriginGuard _guard;
    private readonly BodyReader _bodies;
    private readonly CurrentState _state;
    private readonly Dictionary<string, Dictionary<string, Func<HttpContext, Task>>> _handlers;

    public EmulatorControl(OriginGuard guard, BodyReader bodies, CurrentState state)
    {
        (_guard, _bodies, _state) = (guard, bodies, state);
        _handlers = new(StringComparer.Ordinal)
        {
            ["health"] = new(StringComparer.Ordinal) { ["GET"] = GetHealthAsync },
            ["ledger"] = new(StringComparer.Ordinal) { ["GET"] = GetLedgerAsync },
            ["faults"] = new(StringComparer.Ordinal) { ["GET"] = GetFaultsAsync, ["PUT"] = PutFaultsAsync },
            ["clock"] = new(StringComparer.Ordinal) { ["POST"] = PostClockAsync },
            ["reset"] = new(StringComparer.Ordinal) { ["POST"] = PostResetAsync },
        };
    }

    public static bool IsMeantBy(HttpContext context) =>
        RequestTarget.Of(context).RawPath.StartsWith(Root, StringComparison.Ordinal) || IsRootPath(context);

    /// <summary>Whether it is the root path, which a user opens who knows only the address.</summary>
    private static bool IsRootPath(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) && RequestTarget.Of(context).RawPath == "/";

    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            _guard.ThrowIfForeign(context, ownOrigin: !IsRootPath(context));
            await (IsRootPath(context) ? GetNamesAsync(context) : FindHandler(context)(context)).ConfigureAwait(false);
        }
        catch (ControlException refusal)
        {
            await RefuseAsync(context, refusal.StatusCode, refusal.Message).ConfigureAwait(false);
        }
        catch (ServiceException unreadable)
        {
            await RefuseAsync(context, unreadable.StatusCode, unreadable.Message).ConfigureAwait(false);
        }
        catch (FormatException wrong)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, wrong.Message).ConfigureAwait(false);
        }
        catch (Exception gone) when (context.RequestAborted.IsCancellationRequested && gone is IOException or OperationCanceledException)
        {
            // The client is gone.
        }
    }

    private Func<HttpContext, Task> FindHandler(HttpContext context)
    {
        var path = RequestTarget.Of(context).RawPath;
        if (!_handlers.TryGetValue(path[Root.Length..], out var methods))
        {
            var known = string.Join(", ", _handlers.Keys.Select(name => Root + name));
            throw new ControlException(StatusCodes.Status404NotFound, $"There is no {Excerpt.Of(path)} here. The paths are {known}.");
        }

        if (methods.TryGetValue(context.Request.Method, out var handler))
        {
            return handler;
        }

        context.Response.Headers.Allow = string.Join(", ", methods.Keys);
        throw new ControlException(StatusCodes.Status405MethodNotAllowed, $"The method must be {string.Join(" or ", methods.Keys)}.");
    }

    private static Task GetHealthAsync(HttpContext context) =>
        AnswerAsync(context, StatusCodes.Status200OK, "{\"status\":\"serving\"}"u8.ToArray());

    private Task GetNamesAsync(HttpContext context)
    {
        var names = _handlers.SelectMany(handler => handler.Value.Keys.Select(method => $"{method} {Root}{handler.Key}"));
        return AnswerAsync(context, StatusCodes.Status200OK, JsonSerializer.SerializeToUtf8Bytes(new { emulator = names }));
    }

    private Task GetLedgerAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        return LedgerJson.WriteAsync(context.Response.BodyWriter, WriterOptions, _state.Value.Ledger, context.RequestAborted);
    }

    private async Task GetFaultsAsync(HttpContext context)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            FaultPlanJson.Write(writer, _state.Value.Faults.Plan);
        }

        await AnswerAsync(context, StatusCodes.Status200OK, buffer.WrittenMemory).ConfigureAwait(false);
    }

    private async Task PutFaultsAsync(HttpContext context)
    {
        using var body = await _bodies.ReadAsync(context).ConfigureAwait(false);
        _state.Value.Faults.Plan = FaultPlanJson.Parse(body.Content);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private async Task PostClockAsync(HttpContext context)
    {
        const string Advance = "advance";
        using var body = await _bodies.ReadAsync(context).ConfigureAwait(false);
        using var document = StrictJson.ParseStrict(body.Content, "body");
        var members = new StrictMembers(document.RootElement, "", Advance);
        var by = members.Duration(Advance) ?? throw members.Missing(Advance);
        try
        {
            await _state.AdvanceClockAsync(by).ConfigureAwait(false);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw members.Wrong(Advance, "zero or more and end before the year 10000", members.Find(Advance)!.Value);
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private async Task PostResetAsync(HttpContext context)
    {
        // The body is not needed; it is read so that the connection can be reused.
        using var body = await _bodies.ReadAsync(context).ConfigureAwait(false);
        await _state.ResetAsync().ConfigureAwait(false);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static Task RefuseAsync(HttpContext context, int statusCode, string message)
    {
        if (statusCode is StatusCodes.Status408RequestTimeout or StatusCodes.Status413PayloadTooLarge)
        {
            // The unread rest of the request would be parsed as the next request.
            context.Response.Headers.Connection = "close";
        }

        return AnswerAsync(context, statusCode, ErrorBody.Of(message));
    }

    private static async Task AnswerAsync(HttpContext context, int statusCode, ReadOnlyMemory<byte> json)
    {
        context.Response.StatusCode = statusCode;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = json.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.BodyWriter.WriteAsync(json, context.RequestAborted).ConfigureAwait(false);
        }
    }
}
