using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace AppFlow.Fluent.Tests.Hostile;

/// <summary>
/// A local server that runs a script on every connection, concurrently, and waits for the client to close each: it never sees a leaked
/// connection closed.
/// </summary>
internal sealed class HostileServer : IAsyncDisposable
{
    // Only a leaking client takes this long; other tests never wait for it.
    private static readonly TimeSpan Guard = TimeSpan.FromMinutes(1);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<Peer, Task> _script;
    private readonly X509Certificate2? _certificate;
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _closed = new(0);
    private readonly Task _loop;
    private int _accepted;
    private int _requests;
    private int _used;
    private long _written;

    public HostileServer(Func<Peer, Task> script, X509Certificate2? certificate = null)
    {
        _script = script;
        _certificate = certificate;
        _listener.Start(backlog: 512);
        Uri = new Uri($"{(certificate is null ? "http" : "https")}://{_listener.LocalEndpoint}");
        _loop = AcceptAsync();
    }

    public Uri Uri { get; }

    public int Accepted => Volatile.Read(ref _accepted);

    /// <summary>
    /// How many connections carried a request. On a busy machine the runtime may give up connections that it opened for calls which found
    /// another one.
    /// </summary>
    public int Used => Volatile.Read(ref _used);

    /// <summary>How many requests arrived completely.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>How many bytes the client received.</summary>
    public long Written => Interlocked.Read(ref _written);

    /// <summary>Waits until the client has closed the given number of further connections.</summary>
    public async Task ClosedAsync(int count)
    {
        for (var seen = 0; seen < count; seen++)
        {
            Assert.True(await _closed.WaitAsync(Guard), $"{count - seen} of {count} connections were left open.");
        }
    }

    public void CountRequest(bool isFirst)
    {
        Interlocked.Increment(ref _requests);
        if (isFirst)
        {
            Interlocked.Increment(ref _used);
        }
    }

    public void CountWritten(int bytes) => Interlocked.Add(ref _written, bytes);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _loop;
        _stop.Dispose();
        _closed.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_stop.Token);
                connections.Add(Task.Run(() => ServeAsync(socket, Interlocked.Increment(ref _accepted))));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // Accepting on a listener that was just stopped is an InvalidOperationException.
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(Socket socket, int number)
    {
        using (socket)
        {
            socket.NoDelay = true;
            try
            {
                await using var plain = new NetworkStream(socket);
                await using var stream = _certificate is null ? plain : (Stream)await SecureAsync(plain);
                var peer = new Peer(this, socket, stream, number, _stop.Token);
                await _script(peer);
                await peer.WaitForCloseAsync();
            }
            catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or OperationCanceledException
                or System.Security.Authentication.AuthenticationException)
            {
                // The client has closed it, the script has reset it, or the test is over.
            }
        }

        _closed.Release();
    }

    private async Task<SslStream> SecureAsync(NetworkStream plain)
    {
        var secure = new SslStream(plain);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _stop.Token);
        return secure;
    }
}
