using AppFlow.Fluent.Emulator.Connections;
using AppFlow.Fluent.Emulator.Http;
using AppFlow.Fluent.Emulator.Tests.Wire;

namespace AppFlow.Fluent.Emulator.Tests;

/// <summary>Many clients of a process with few file descriptors and little memory: it keeps serving, and recovers.</summary>
[Collection(nameof(RunsAlone))]
public sealed class LimitsTests
{
    private const string HalfHead = "POST /list-connectors HTTP/1.1\r\nHost: localhost\r\nX-";
    private const string HalfBody = "POST /list-connectors HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n{";

    private static readonly TimeSpan Answered = TimeSpan.FromSeconds(10);

    public static TheoryData<int, int> FileLimits { get; } = OperatingSystem.IsWindows() ? [] : new() { { 256, 400 }, { 1024, 1200 } };

    [Theory]
    [MemberData(nameof(FileLimits))]
    public async Task A_new_client_is_answered_when_file_descriptors_run_out(int files, int connections)
    {
        using var program = ToolProcess.StartWithFiles(files, "--port", "0");
        var endpoint = await program.ReadEndpointAsync();
        for (var round = 0; round < 3; round++)
        {
            using var crowd = new Crowd(endpoint);
            string[] beginnings = ["", HalfHead, HalfBody, KeptList(endpoint)];
            await crowd.ConnectAsync(Enumerable.Range(0, connections).Select(i => beginnings[i % beginnings.Length]));

            (await new RawRequest(endpoint, "/list-connectors").SignAndSendAsync().WaitAsync(Answered)).ShouldSucceed();
        }

        (await new RawRequest(endpoint, "/list-connectors").SignAndSendAsync().WaitAsync(Answered)).ShouldSucceed();
        await program.StopAsync();
        Assert.Equal("", await program.ReadErrorAsync());
    }

    [Fact]
    public async Task Unread_bodies_do_not_add_up()
    {
        using var program = ToolProcess.Start("--port", "0");
        var endpoint = await program.ReadEndpointAsync();
        var body = new string('x', 1024 * 1024);
        var begun = $"POST /list-connectors HTTP/1.1\r\nHost: localhost\r\nContent-Length: {body.Length}\r\n\r\n{body[1..]}";
        (await new RawRequest(endpoint, "/list-connectors").SignAndSendAsync()).ShouldSucceed();
        var before = program.WorkingSet;
        for (var round = 0; round < 4; round++)
        {
            using var crowd = new Crowd(endpoint);
            await crowd.ConnectAsync(Enumerable.Repeat(begun, 100));

            (await new RawRequest(endpoint, "/list-connectors").SignAndSendAsync().WaitAsync(Answered)).ShouldSucceed();
        }

        // 64 MiB of bodies plus the runtime's overhead; 400 MiB were sent.
        Assert.InRange((program.WorkingSet - before) / 1024 / 1024, long.MinValue, 120);
        (await new RawRequest(endpoint, "/list-connectors", body).SignAndSendAsync().WaitAsync(TimeSpan.FromMinutes(1))).ShouldFail(400, "SerializationException");
        await program.StopAsync();
    }

    [Fact]
    public async Task A_large_body_waits_for_memory_and_releases_it()
    {
        using var memory = new BodyMemory(large: 1);
        var first = await memory.RentLargeAsync(TimeSpan.Zero, CancellationToken.None);
        Assert.NotNull(first);
        Assert.Null(await memory.RentLargeAsync(TimeSpan.Zero, CancellationToken.None));
        var waiting = memory.RentLargeAsync(TimeSpan.FromMinutes(1), CancellationToken.None).AsTask();
        Assert.False(waiting.IsCompleted);

        memory.Return(first);

        Assert.Same(first, await waiting);
    }

    [Fact]
    public async Task The_connection_that_is_idle_longest_is_closed()
    {
        var open = new OpenConnections(most: 3);
        var connections = Enumerable.Range(0, 3).Select(_ => new FakeConnection()).ToList();
        var bounded = connections.ConvertAll(open.Add);
        bounded[0].Activity.Begin();
        Assert.True(open.WaitForRoomAsync(CancellationToken.None).IsCompleted);
        connections.Add(new FakeConnection());

        bounded.Add(open.Add(connections[^1]));

        // The first is the oldest, but busy.
        Assert.Equal([false, true, false, false], connections.Select(connection => connection.IsAborted));
        var room = open.WaitForRoomAsync(CancellationToken.None);
        Assert.False(room.IsCompleted);
        await bounded[1].DisposeAsync();
        await room;
        Assert.Equal(3, open.Count);

        // If all are busy, one of them must be closed.
        bounded.ForEach(connection => connection.Activity.Begin());
        open.Add(new FakeConnection());
        Assert.Equal(2, connections.Count(connection => connection.IsAborted));
    }

    [Fact]
    public void The_limits_come_from_the_process()
    {
        Assert.InRange(ProcessLimits.Connections(), 8, 2000);
        Assert.InRange(ProcessLimits.LargeBodies(), 1, 32);
    }

    private static string KeptList(Uri endpoint)
    {
        var request = new RawRequest(endpoint, "/list-connectors").Sign();
        var head = string.Concat(request.Headers.Select(header => $"{header.Key}: {header.Value}\r\n"));
        return $"POST /list-connectors HTTP/1.1\r\n{head}Content-Length: 2\r\n\r\n{{}}";
    }
}
