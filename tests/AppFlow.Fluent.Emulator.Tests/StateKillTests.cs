using System.Globalization;
using System.Text.Json;
using AppFlow.Fluent.Emulator.Tests.Wire;

namespace AppFlow.Fluent.Emulator.Tests;

/// <summary>
/// The program is killed under load, again and again, with one state file. Everything that a client was told is there afterwards. A change that
/// was not answered was made completely or not at all, and is applied once when the client sends it again with its token.
/// </summary>
public sealed class StateKillTests : IDisposable
{
    private const int Clients = 8;

    // The most calls that are answered before a kill. Some kills come when the program has hardly started.
    private const int MaxAnswers = 400;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("appflow-kills");

    private static int Kills => Number("APPFLOW_STATE_KILLS", 20);

    private static int Seed => Number("APPFLOW_STATE_SEED", 7);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_kill_at_any_moment_loses_nothing_that_was_answered()
    {
        var state = Path.Combine(_folder.FullName, "state.db");
        var random = new Random(Seed);
        var clients = Enumerable.Range(0, Clients).Select(i => new Client($"c{i}", new Random(random.Next()))).ToList();
        var answered = 0;
        for (var kill = 0; kill <= Kills; kill++)
        {
            using var program = ToolProcess.Start("--port", "0", "--state", state);
            var endpoint = await program.ReadEndpointAsync();
            foreach (var client in clients)
            {
                await client.CheckAsync(endpoint);
            }

            // The kill comes after a random number of answers, while other calls are in progress.
            var left = random.Next(MaxAnswers);
            await Task.WhenAll(clients.Select(client => client.RunAsync(endpoint, () =>
            {
                Interlocked.Increment(ref answered);
                if (Interlocked.Decrement(ref left) == 0)
                {
                    program.Kill();
                }

                return Volatile.Read(ref left) > 0;
            })));
            program.Kill();
        }

        Assert.True(answered > Kills, $"{answered} answers in {Kills} kills");
    }

    private static int Number(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    /// <summary>A client with its own connector, which remembers the last answer and the last request.</summary>
    private sealed class Client(string label, Random random)
    {
        private (int Revision, string Description)? _told;
        private Call? _open;
        private Call? _last;
        private int _calls;

        /// <summary>Compares the connector with the last answer, and completes the call that was cut off.</summary>
        public async Task CheckAsync(Uri endpoint)
        {
            var found = await DescribeAsync(endpoint);
            if (_open is { } open)
            {
                Assert.True(found == _told || found == open.After, $"{label}: told {_told}, asked for {open.After}, found {found}");

                // Unregister has no token, so it is not sent again once it is done.
                if (open.Token is not null || found != open.After)
                {
                    (await SendAsync(endpoint, open)).ShouldSucceed();
                }

                (_told, _open, found) = (open.After, null, await DescribeAsync(endpoint));
                _last = open;
            }

            Assert.Equal(_told, found);
            if (_last is { Token: not null } last)
            {
                // The repeated call gets its answer and changes nothing.
                (await SendAsync(endpoint, last)).ShouldSucceed();
                (await SendAsync(endpoint, last with { Description = "other" })).ShouldFail(409, "ConflictException");
                Assert.Equal(_told, await DescribeAsync(endpoint));
            }
        }

        /// <summary>Sends calls until it is told to stop, or until the program is gone.</summary>
        public async Task RunAsync(Uri endpoint, Func<bool> answered)
        {
            do
            {
                _open = Next();
                try
                {
                    (await SendAsync(endpoint, _open)).ShouldSucceed();
                }
                catch (Exception gone) when (gone is IOException or System.Net.Sockets.SocketException or IndexOutOfRangeException)
                {
                    return;
                }

                (_told, _last, _open) = (_open.After, _open, null);
            }
            while (answered());
        }

        private Call Next()
        {
            var token = $"{label}-{_calls++}";
            var description = $"text {random.Next()}";
            return _told is not { } told ? new Call("/register-connector", token, description, (1, description))
                : random.Next(10) == 0 ? new Call("/unregister-connector", Token: null, Description: null, After: null)
                : new Call("/update-connector-registration", token, description, (told.Revision + 1, description));
        }

        private Task<WireAnswer> SendAsync(Uri endpoint, Call call)
        {
            var provisioning = call.Path == "/register-connector" ? new { lambda = new { lambdaArn = TestEmulator.LambdaArn } } : null;
            return new RawRequest(endpoint, call.Path, JsonSerializer.Serialize(new
            {
                connectorLabel = label,
                description = call.Description,
                connectorProvisioningConfig = provisioning,
                clientToken = call.Token,
            })).SignAndSendAsync();
        }

        private async Task<(int Revision, string Description)?> DescribeAsync(Uri endpoint)
        {
            var answer = await new RawRequest(
                endpoint, "/describe-connector", $$"""{"connectorType":"CustomConnector","connectorLabel":"{{label}}"}""").SignAndSendAsync();
            if (answer.Status == 404)
            {
                return null;
            }

            var connector = answer.ShouldSucceed().Configuration;
            return (
                int.Parse(connector.GetProperty("connectorVersion").GetString()!.Split('.')[0], CultureInfo.InvariantCulture),
                connector.GetProperty("connectorDescription").GetString()!);
        }
    }

    /// <summary>A call, and the connector that exists once it is done: none after Unregister.</summary>
    private sealed record Call(string Path, string? Token, string? Description, (int Revision, string Description)? After);
}
