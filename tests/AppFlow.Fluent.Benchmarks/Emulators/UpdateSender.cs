using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AppFlow.Fluent.Benchmarks.Emulators;

/// <summary>Sends updates over sockets with minimal overhead: one at a time on each connection.</summary>
internal sealed class UpdateSender(Uri endpoint, int connections)
{
    /// <summary>Registers the connector that is updated.</summary>
    public async Task RegisterAsync()
    {
        using var socket = await ConnectAsync();
        await ExchangeAsync(socket, new SignedUpdate(endpoint).Registration(), new byte[4096]);
    }

    public async Task SendAsync(int updates)
    {
        var left = updates;
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            var requests = new SignedUpdate(endpoint);
            var buffer = new byte[4096];
            using var socket = await ConnectAsync();
            while (Interlocked.Decrement(ref left) >= 0)
            {
                await ExchangeAsync(socket, requests.Next(), buffer);
            }
        })));
    }

    private async Task<Socket> ConnectAsync()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, endpoint.Port);
        return socket;
    }

    private static async Task ExchangeAsync(Socket socket, byte[] request, byte[] buffer)
    {
        await socket.SendAsync(request, SocketFlags.None);
        var length = 0;
        while (!IsWhole(buffer.AsSpan(0, length)))
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(length), SocketFlags.None);
            length += read > 0 ? read : throw new InvalidOperationException("The server closed a connection.");
        }

        if (!buffer.AsSpan(0, length).StartsWith("HTTP/1.1 200"u8))
        {
            throw new InvalidOperationException(Encoding.UTF8.GetString(buffer, 0, length));
        }
    }

    /// <summary>Every answer here is a header and one flat JSON object.</summary>
    private static bool IsWhole(ReadOnlySpan<byte> answer) => answer.EndsWith("}"u8) && answer.IndexOf("\r\n\r\n"u8) > 0;
}
