using System.Diagnostics;
using System.Text.Json;
using StreamJsonRpc;
using Xunit;

namespace AppFlow.Fluent.Editor.Tests.Servers;

/// <summary>csharp-ls with the project open, driven like an editor that requests diagnostics (pull, LSP 3.17).</summary>
public sealed class LanguageServer : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly JsonRpc _rpc;
    private readonly CancellationTokenSource _patience = new(Patience);
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Dictionary<string, int> _versions = [];

    /// <summary>Starts the server.</summary>
    public LanguageServer()
    {
        _process = Process.Start(new ProcessStartInfo(EditedProject.LanguageServer)
        {
            WorkingDirectory = EditedProject.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        _rpc = new JsonRpc(new HeaderDelimitedMessageHandler(_process.StandardInput.BaseStream, _process.StandardOutput.BaseStream, new SystemTextJsonFormatter()), new Editor());
        _rpc.StartListening();
    }

    /// <summary>How long the server took from its start to the first answer about a file, including the loading of the project.</summary>
    public TimeSpan UntilFirstAnswer { get; private set; }

    /// <summary>Opens the project and all its files.</summary>
    public async Task InitializeAsync()
    {
        var folder = new Uri(EditedProject.Folder).AbsoluteUri;
        await AskAsync("initialize", new
        {
            processId = Environment.ProcessId,
            rootUri = folder,
            workspaceFolders = new[] { new { uri = folder, name = "consumer" } },
            capabilities = new
            {
                workspace = new { configuration = true, workspaceFolders = true },
                textDocument = new { diagnostic = new { dynamicRegistration = false, relatedDocumentSupport = false } },
            },
        });
        await TellAsync("initialized", new { });
        foreach (var file in EditedProject.Files)
        {
            _versions[file] = 1;
            await TellAsync("textDocument/didOpen", new
            {
                textDocument = new { uri = UriOf(file), languageId = "csharp", version = 1, text = await File.ReadAllTextAsync(EditedProject.PathOf(file), _patience.Token) },
            });
        }

        _ = await DiagnosticsAsync(EditedProject.Files.First());
        UntilFirstAnswer = _clock.Elapsed;
    }

    /// <summary>Types in an open file without saving it.</summary>
    public Task TypeAsync(string file, string text) => TellAsync("textDocument/didChange", new
    {
        textDocument = new { uri = UriOf(file), version = ++_versions[file] },
        contentChanges = new[] { new { text } },
    });

    /// <summary>The server's diagnostics of our rules for a file, with its text in the editor.</summary>
    internal async Task<IReadOnlyList<SeenDiagnostic>> DiagnosticsAsync(string file)
    {
        var report = await AskAsync("textDocument/diagnostic", new { textDocument = new { uri = UriOf(file) } });
        return
        [
            .. from item in report.GetProperty("items").EnumerateArray()
               let id = item.GetProperty("code").ToString()
               where id.StartsWith("AFF", StringComparison.Ordinal)
               let start = item.GetProperty("range").GetProperty("start")
               let end = item.GetProperty("range").GetProperty("end")
               let seen = new SeenDiagnostic(
                   file,
                   start.GetProperty("line").GetInt32() + 1,
                   start.GetProperty("character").GetInt32() + 1,
                   end.GetProperty("line").GetInt32() + 1,
                   end.GetProperty("character").GetInt32() + 1,
                   item.GetProperty("severity").GetInt32() switch { 2 => "Warning", 3 => "Info", var other => $"severity {other}" },
                   id,
                   item.GetProperty("message").GetString()!,
                   item.TryGetProperty("codeDescription", out var description) ? description.GetProperty("href").GetString() : null)
               orderby seen.Line, seen.Column
               select seen,
        ];
    }

    /// <inheritdoc/>
    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Ends the server.</summary>
    public void Dispose()
    {
        _rpc.Dispose();
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        _patience.Dispose();
    }

    private static string UriOf(string file) => new Uri(EditedProject.PathOf(file)).AbsoluteUri;

    private Task<JsonElement> AskAsync(string method, object message) => _rpc.InvokeWithParameterObjectAsync<JsonElement>(method, message, _patience.Token);

    private Task TellAsync(string method, object message) => _rpc.NotifyWithParameterObjectAsync(method, message);

    /// <summary>Answers the server's requests to the editor.</summary>
    private sealed class Editor
    {
        [JsonRpcMethod("workspace/configuration", UseSingleObjectParameterDeserialization = true)]
        public static object[] Configuration(JsonElement message) =>
            [.. message.GetProperty("items").EnumerateArray().Select(_ => new { analyzersEnabled = true })];

        [JsonRpcMethod("client/registerCapability", UseSingleObjectParameterDeserialization = true)]
        public static object? Register(JsonElement _) => null;

        [JsonRpcMethod("window/workDoneProgress/create", UseSingleObjectParameterDeserialization = true)]
        public static object? Progress(JsonElement _) => null;
    }
}
