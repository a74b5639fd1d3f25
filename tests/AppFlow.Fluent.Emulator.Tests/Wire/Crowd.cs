using System.Net.Sockets;
using System.Text;

namespace AppFlow.Fluent.Emulator.Tests.Wire;

/// <summary>Many connections that have sent something, and stay open.</summary>
public sealed class Crowd(Uri endpoint) : IDisposable
{
    private readonly List<Socket> _sockets = [];

    /// <summary>Opens a connection for each of these partial requests, and sends it. The server may close it in the meantime.</summary>
    public async Task ConnectAsync(params IEnumerable<string> beginnings)
    {
        foreach (var beginning in beginnings)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            _sockets.Add(socket);
            await socket.ConnectAsync(endpoint.Host, endpoint.Port);
            var bytes = Encoding.ASCII.GetBytes(beginning);
            for (var sent = 0; sent < bytes.Length;)
            {
                try
                {
                    using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
                    sent += await socket.SendAsync(bytes.AsMemory(sent), patience.Token);
                }
                catch (Exception full) when (full is SocketException or OperationCanceledException)
                {
                    // Closed, or not read: the connection stays as it is.
                    break;
                }
            }
        }
    }

    public void Dispose() => _sockets.ForEach(socket => socket.Dispose());
}
