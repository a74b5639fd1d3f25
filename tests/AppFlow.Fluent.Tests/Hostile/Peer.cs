using System.Net.Sockets;
using System.Text;
using AppFlow.Fluent.Tests.Fakes;

namespace AppFlow.Fluent.Tests.Hostile;

/// <summary>The server's end of one connection.</summary>
internal sealed class Peer(HostileServer server, Socket socket, Stream stream, int number, CancellationToken stop)
{
    private bool _isUsed;

    /// <summary>The number of this connection, from 1.</summary>
    public int Number => number;

    /// <summary>Reads a request to its end; null if the client closes the connection instead.</summary>
    public async Task<string?> ReadRequestAsync()
    {
        var head = await RequestReader.ReadAsync(stream, stop);
        if (head is not null)
        {
            server.CountRequest(isFirst: !_isUsed);
            _isUsed = true;
        }

        return head;
    }

    /// <summary>Reads the whole request line and headers, or what there is of them if the client closes the connection.</summary>
    public async Task<string> ReadHeadAsync()
    {
        var read = new StringBuilder();
        var one = new byte[1];
        while (!read.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one, stop) > 0)
        {
            read.Append((char)one[0]);
        }

        return read.ToString();
    }

    /// <summary>Reads the first bytes of a request, and leaves the rest unread.</summary>
    public async Task ReadAsync(int count) => await stream.ReadExactlyAsync(new byte[count], stop);

    /// <summary>Reads up to a text, byte by byte, and leaves the rest unread.</summary>
    public async Task ReadToAsync(string end)
    {
        var read = new StringBuilder();
        var one = new byte[1];
        while (!read.ToString().EndsWith(end, StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(one, stop);
            read.Append((char)one[0]);
        }
    }

    public Task WriteAsync(string text) => WriteAsync(Encoding.UTF8.GetBytes(text));

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        await stream.WriteAsync(bytes, stop);
        server.CountWritten(bytes.Length);
    }

    /// <summary>Writes the same bytes until the client closes the connection, or has received more than any client should accept.</summary>
    public async Task WriteEndlesslyAsync(ReadOnlyMemory<byte> bytes, long most = 100_000_000)
    {
        for (long written = 0; written < most; written += bytes.Length)
        {
            await WriteAsync(bytes);
        }
    }

    /// <summary>Reads a request and answers it.</summary>
    public async Task AnswerAsync(ReadOnlyMemory<byte> answer)
    {
        await ReadRequestAsync();
        await WriteAsync(answer);
    }

    public Task AnswerAsync(byte[] answer) => AnswerAsync(answer.AsMemory());

    /// <summary>Answers until the client stops sending requests.</summary>
    public async Task ServeAsync(Func<byte[]> answer)
    {
        while (await ReadRequestAsync() is not null)
        {
            await WriteAsync(answer());
        }
    }

    public Task ServeAsync(byte[] answer) => ServeAsync(() => answer);

    /// <summary>Sends no more, but reads on.</summary>
    public void End() => socket.Shutdown(SocketShutdown.Send);

    /// <summary>Drops the connection at once: data in transit is lost, and further data from the client is answered with a reset.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Close();
    }

    /// <summary>Waits until the client closes the connection.</summary>
    public async Task WaitForCloseAsync()
    {
        var buffer = new byte[8192];
        while (await stream.ReadAsync(buffer, stop) > 0)
        {
        }
    }
}
