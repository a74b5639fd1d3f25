using System.Text;
using System.Text.Json;
using AppFlow.Fluent.Emulator.Tests.Wire;
using Microsoft.Data.Sqlite;

namespace AppFlow.Fluent.Emulator.Tests;

/// <summary>The program with <c>--state</c>: what survives, what is refused, and that a refused file stays unchanged.</summary>
public sealed class StateFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("appflow-state");

    private string State => Path.Combine(_folder.FullName, "state.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_answered_is_there_again(bool killed)
    {
        using (var program = ToolProcess.Start("--port", "0", "--state", State))
        {
            var endpoint = await program.ReadEndpointAsync();
            (await RegisterAsync(endpoint, "orders", "t1")).ShouldSucceed();
            (await RegisterAsync(endpoint, "gone")).ShouldSucceed();
            (await SendAsync(endpoint, "/unregister-connector", new { connectorLabel = "gone" })).ShouldSucceed();
            (await UpdateAsync(endpoint, "orders", "a \"quoted\" one", "u1")).ShouldFail(400, "ValidationException");
            (await UpdateAsync(endpoint, "orders", "second", "u1")).ShouldSucceed();
            Assert.Equal(204, (await ControlAsync(endpoint, "clock", """{"advance":"07:00:00"}""")).Status);
            if (killed)
            {
                program.Kill();
            }
            else
            {
                await program.StopAsync();
                Assert.Equal(["state.db"], Names());
            }
        }

        using (var again = ToolProcess.Start("--port", "0", "--state", State))
        {
            var endpoint = await again.ReadEndpointAsync();
            (await UpdateAsync(endpoint, "orders", "second", "u1")).ShouldSucceed();
            (await UpdateAsync(endpoint, "orders", "other", "u1")).ShouldFail(409, "ConflictException");
            (await RegisterAsync(endpoint, "orders")).ShouldFail(409, "ConflictException");
            (await DescribeAsync(endpoint, "gone")).ShouldFail(404, "ResourceNotFoundException");
            Assert.Contains("\"connectorVersion\":\"2.0\"", (await DescribeAsync(endpoint, "orders")).ShouldSucceed().Body, StringComparison.Ordinal);
            Assert.Contains("\"applied\":[]", (await ControlAsync(endpoint, "ledger", body: null)).Body, StringComparison.Ordinal);

            // Seven hours and one more: the offset was restored.
            Assert.Equal(204, (await ControlAsync(endpoint, "clock", """{"advance":"01:00:00"}""")).Status);
            (await UpdateAsync(endpoint, "orders", "other", "u1")).ShouldSucceed();
            Assert.Equal(204, (await ControlAsync(endpoint, "reset", "")).Status);
            await again.StopAsync();
        }

        Assert.Equal((0L, 0L, 0L), (Count("connector"), Count("token"), Count("clock")));
    }

    [Fact]
    public async Task Expired_tokens_leave_the_file()
    {
        using var program = ToolProcess.Start("--port", "0", "--state", State);
        var endpoint = await program.ReadEndpointAsync();
        (await RegisterAsync(endpoint, "orders", "t1")).ShouldSucceed();
        for (var i = 0; i < 20; i++)
        {
            (await UpdateAsync(endpoint, "orders", "text", $"u{i}")).ShouldSucceed();
        }

        Assert.Equal(204, (await ControlAsync(endpoint, "clock", """{"advance":"08:00:01"}""")).Status);
        (await UpdateAsync(endpoint, "orders", "text", "u1")).ShouldSucceed();
        await program.StopAsync();

        Assert.Equal((1L, 1L), (Count("connector"), Count("token")));
    }

    [Theory]
    [InlineData(":memory:")]
    [InlineData("Data Source=other.db;Mode=Memory")]
    [InlineData("file:other.db?mode=memory")]
    [InlineData("a'b\"c d%41#?.db")]
    public async Task The_value_is_a_path_and_nothing_else(string name)
    {
        using (var program = ToolProcess.Start(["--port", "0", "--state", name], _folder.FullName))
        {
            (await RegisterAsync(await program.ReadEndpointAsync(), "orders")).ShouldSucceed();
            await program.StopAsync();
        }

        Assert.Equal([name], Names());
        using var again = ToolProcess.Start(["--port", "0", "--state", name], _folder.FullName);
        (await DescribeAsync(await again.ReadEndpointAsync(), "orders")).ShouldSucceed();
        await again.StopAsync();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(4096)]
    [InlineData(20_000)]
    public async Task A_file_whose_beginning_was_cut_off_is_begun(int length)
    {
        using (var begun = ToolProcess.Start("--port", "0", "--state", State))
        {
            await begun.ReadEndpointAsync();
            await begun.StopAsync();
        }

        using (var file = File.OpenWrite(State))
        {
            Assert.Equal(20_480, file.Length);
            file.SetLength(length);
        }

        using var program = ToolProcess.Start("--port", "0", "--state", State);
        (await RegisterAsync(await program.ReadEndpointAsync(), "orders")).ShouldSucceed();
        await program.StopAsync();
        Assert.Equal(1, Count("connector"));
    }

    [Fact]
    public async Task What_is_no_state_file_is_refused()
    {
        await RefusedAsync("It is a directory.", _folder.FullName);
        await RefusedAsync("Could not find", Path.Combine(_folder.FullName, "absent", "state.db"));
        await File.WriteAllTextAsync(State, "SQLite format, or so one would think. " + new string('x', 100_000));
        await RefusedAsync("It is no database.");
        await File.WriteAllTextAsync(State, "short");
        await RefusedAsync("It is no database.");
        if (!OperatingSystem.IsWindows())
        {
            await RefusedAsync("It is no file on a disk.", "/dev/null");
            await RefusedAsync("It is no file on a disk.", "/dev/zero");
        }
    }

    [Theory]
    [InlineData("CREATE TABLE theirs (a TEXT); INSERT INTO theirs VALUES ('x')", "It is a database of another program.")]
    [InlineData("PRAGMA journal_mode = WAL; CREATE TABLE theirs (a TEXT)", "It is a database of another program.")]
    [InlineData("PRAGMA application_id = 1095124549; CREATE TABLE theirs (a TEXT)", "of another release: of version 0, not 1.")]
    [InlineData("PRAGMA application_id = 1095124549; PRAGMA user_version = 1; PRAGMA journal_mode = WAL; CREATE TABLE theirs (a TEXT)", "It is a database of another program.")]
    public async Task Another_programs_database_is_refused(string sql, string reason)
    {
        Run(sql);

        await RefusedAsync(reason);
    }

    [Fact]
    public async Task A_trigger_in_it_is_refused()
    {
        await MakeAsync();
        Run("CREATE TRIGGER t AFTER INSERT ON token BEGIN DELETE FROM token; END");

        await RefusedAsync("It is a database of another program.");
    }

    [Fact]
    public async Task Another_accounts_or_regions_is_refused()
    {
        await MakeAsync();

        await RefusedAsync(
            "It is of account 123456789012 and region us-east-1, and not of account 000000000001 and region us-east-1.", State, "--account-id", "000000000001");
        await RefusedAsync("and not of account 123456789012 and region eu-west-1.", State, "--region", "eu-west-1");
        await RefusedAsync("and not of account 123456789012 and region any.", State, "--region", "any");
        await MakeAsync(killed: true);
        await RefusedAsync("and not of account 123456789012 and region eu-west-1.", State, "--region", "eu-west-1");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_damaged_file_is_refused(bool killed)
    {
        await MakeAsync(killed: false);
        if (killed)
        {
            await MakeAsync(killed: true);
        }

        var whole = await File.ReadAllBytesAsync(State);
        foreach (var text in new[] { "the first description", "orders", "t-register", "us-east-1" })
        {
            var damaged = whole.ToArray();
            var places = Places(damaged, Encoding.UTF8.GetBytes(text));
            Assert.NotEmpty(places);
            places.ForEach(place => damaged[place + 2] ^= 1);
            await File.WriteAllBytesAsync(State, damaged);
            await RefusedAsync(text == "us-east-1" ? "It is" : "It is damaged.");
        }

        await File.WriteAllBytesAsync(State, whole[..^4096]);
        await RefusedAsync("It is damaged.");
        whole.AsSpan(4096).Clear();
        await File.WriteAllBytesAsync(State, whole);
        await RefusedAsync("It is");
    }

    [Fact]
    public async Task A_file_that_may_not_be_written_or_read_is_refused()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await MakeAsync();
        File.SetUnixFileMode(State, UnixFileMode.UserRead);
        await RefusedAsync("It is read-only.");
        File.SetUnixFileMode(State, UnixFileMode.UserWrite);
        await RefusedAsync("It may not be read.");
        File.SetUnixFileMode(State, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task A_file_that_another_process_holds_is_refused()
    {
        using var program = ToolProcess.Start("--port", "0", "--state", State);
        var endpoint = await program.ReadEndpointAsync();
        await RefusedAsync("Another process holds it.");
        (await RegisterAsync(endpoint, "orders")).ShouldSucceed();
        await RefusedAsync("Another process holds it.");
        await program.StopAsync();

        // This process must not open the file meanwhile, because closing it would release the lock.
        using var database = Connect();
        Run(database, "BEGIN EXCLUSIVE");
        var (exitCode, _, error) = await ToolProcess.RunAsync("--port", "0", "--state", State);
        Assert.Equal((1, $"appflow-emulator: --state {State}: Another process holds it."), (exitCode, error.TrimEnd()));
        Run(database, "ROLLBACK");
    }

    [Theory]
    [InlineData("state.db-wal")]
    [InlineData("state.db-journal")]
    public async Task What_another_database_left_beside_it_is_not_taken_for_its_own(string name)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, name), "left");

        await RefusedAsync(name);
        Assert.Equal([name], Names());
    }

    [Fact]
    public async Task A_taken_port_leaves_nothing_beside_it()
    {
        await MakeAsync();
        using var program = ToolProcess.Start("--port", "0");
        var endpoint = await program.ReadEndpointAsync();

        var (exitCode, _, error) = await ToolProcess.RunAsync("--port", $"{endpoint.Port}", "--state", State);

        Assert.Equal(1, exitCode);
        Assert.Contains("Cannot listen", error, StringComparison.Ordinal);
        Assert.Equal(["state.db"], Names());
    }

    [Fact]
    public async Task Where_no_room_is_left_a_change_is_refused_and_with_room_again_it_goes_on()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using var program = ToolProcess.Start("--port", "0", "--state", State);
        var endpoint = await program.ReadEndpointAsync();
        await program.LimitFileSizeAsync("122880");
        (await RegisterAsync(endpoint, "orders")).ShouldSucceed();
        var applied = 1;
        WireAnswer answer;
        while ((answer = await UpdateAsync(endpoint, "orders", $"text {applied}", $"t{applied}")).Status == 200)
        {
            Assert.InRange(applied++, 1, 1_000);
        }

        answer.ShouldFail(500, "InternalServerException");
        Assert.Contains($"\"connectorVersion\":\"{applied}.0\"", (await DescribeAsync(endpoint, "orders")).ShouldSucceed().Body, StringComparison.Ordinal);
        await program.LimitFileSizeAsync("unlimited");
        (await UpdateAsync(endpoint, "orders", $"text {applied}", $"t{applied}")).ShouldSucceed();
        program.Kill();

        using var again = ToolProcess.Start("--port", "0", "--state", State);
        endpoint = await again.ReadEndpointAsync();
        Assert.Contains($"\"connectorVersion\":\"{applied + 1}.0\"", (await DescribeAsync(endpoint, "orders")).ShouldSucceed().Body, StringComparison.Ordinal);
        await again.StopAsync();
    }

    /// <summary>A state file that is not empty.</summary>
    private async Task MakeAsync(bool killed = false)
    {
        using var program = ToolProcess.Start("--port", "0", "--state", State);
        var endpoint = await program.ReadEndpointAsync();
        await RegisterAsync(endpoint, "orders", "t-register");
        (await UpdateAsync(endpoint, "orders", "the first description", "t-update")).ShouldSucceed();
        if (killed)
        {
            program.Kill();
        }
        else
        {
            await program.StopAsync();
        }
    }

    /// <summary>The start fails with one line, and file and folder are unchanged.</summary>
    private async Task RefusedAsync(string reason, string? file = null, params string[] arguments)
    {
        file ??= State;
        var before = Snapshot();

        var (exitCode, output, error) = await ToolProcess.RunAsync(["--port", "0", "--state", file, .. arguments]);

        Assert.Equal((1, ""), (exitCode, output));
        var line = Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith($"appflow-emulator: --state {file}: ", line, StringComparison.Ordinal);
        Assert.Contains(reason, line, StringComparison.Ordinal);
        Assert.Equal(before, Snapshot());
    }

    private List<string> Snapshot() =>
    [
        $"{_folder.LastWriteTimeUtc.Ticks}",
        .. _folder.GetFiles().OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => $"{file.Name} {file.LastWriteTimeUtc.Ticks} {file.UnixFileMode} {Content(file)}"),
    ];

    private static string Content(FileInfo file)
    {
        using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(stream));
    }

    private IEnumerable<string> Names() => _folder.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal);

    private SqliteConnection Connect()
    {
        var database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = State, Pooling = false }.ToString());
        database.Open();
        return database;
    }

    private void Run(string sql)
    {
        using var database = Connect();
        Run(database, sql);
    }

    private static void Run(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private long Count(string table)
    {
        using var database = Connect();
        using var command = database.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM {table}";
        return (long)command.ExecuteScalar()!;
    }

    private static List<int> Places(byte[] bytes, byte[] text)
    {
        var places = new List<int>();
        for (var at = bytes.AsSpan().IndexOf(text); at >= 0;)
        {
            places.Add(at);
            var next = bytes.AsSpan(at + 1).IndexOf(text);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return places;
    }

    private static Task<WireAnswer> RegisterAsync(Uri endpoint, string label, string? clientToken = null) => SendAsync(endpoint, "/register-connector", new
    {
        connectorLabel = label,
        connectorProvisioningConfig = new { lambda = new { lambdaArn = TestEmulator.LambdaArn } },
        clientToken,
    });

    private static Task<WireAnswer> UpdateAsync(Uri endpoint, string label, string description, string clientToken) =>
        SendAsync(endpoint, "/update-connector-registration", new { connectorLabel = label, description, clientToken });

    private static Task<WireAnswer> DescribeAsync(Uri endpoint, string label) =>
        SendAsync(endpoint, "/describe-connector", new { connectorType = "CustomConnector", connectorLabel = label });

    private static Task<WireAnswer> SendAsync(Uri endpoint, string path, object body) =>
        new RawRequest(endpoint, path, JsonSerializer.Serialize(body)).SignAndSendAsync();

    private static Task<WireAnswer> ControlAsync(Uri endpoint, string name, string? body) =>
        new RawRequest(endpoint, "/_emulator/" + name, body ?? "") { Method = body is null ? "GET" : "POST" }.SendAsync();
}
