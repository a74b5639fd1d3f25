using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AppFlow.Fluent.Tests.Fakes;

/// <summary>A local server that records a request's raw bytes and answers with any bytes, valid or not.</summary>
internal sealed class RawAnswerServer : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly Func<string, byte[]?> _answer;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;
    private readonly List<string> _heads = [];

    public RawAnswerServer(Func<string, byte[]?> answer, IPAddress? address = null)
    {
        _answer = answer;
        _listener = new TcpListener(address ?? IPAddress.Loopback, 0);
        _listener.Start();
        Uri = new Uri($"http://{_listener.LocalEndpoint}");
        _loop = AcceptAsync();
    }

    public Uri Uri { get; }

    /// <summary>The received request lines and headers.</summary>
    public IReadOnlyList<string> Heads
    {
        get
        {
            lock (_heads)
            {
                return [.. _heads];
            }
        }
    }

    public static byte[] Answer(string head, string body) =>
        Encoding.UTF8.GetBytes($"{head}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _loop;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var connection = await _listener.AcceptTcpClientAsync(_stop.Token);
                await ServeAsync(connection.GetStream());
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or IOException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(NetworkStream stream)
    {
        if (await RequestReader.ReadAsync(stream, _stop.Token) is not { } head)
        {
            return;
        }

        lock (_heads)
        {
            _heads.Add(head);
        }

        if (_answer(head) is { } answer)
        {
            await stream.WriteAsync(answer, _stop.Token);
        }
    }
}
