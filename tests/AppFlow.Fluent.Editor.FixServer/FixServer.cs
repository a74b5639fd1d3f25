using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using StreamJsonRpc;

namespace AppFlow.Fluent.Editor.FixServer;

/// <summary>
/// Offers the fixes of a project's own analyzer references to an editor whose language server has none of them.
/// </summary>
[SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "The protocol's methods are members of the target.")]
public sealed class FixServer(AnalyzedProject project)
{
    private readonly Dictionary<string, string> _open = [];

    /// <summary>The connection's first request.</summary>
    [JsonRpcMethod("initialize", UseSingleObjectParameterDeserialization = true)]
    public JsonNode Initialize(JsonElement _) => new JsonObject
    {
        ["capabilities"] = new JsonObject { ["textDocumentSync"] = 1, ["codeActionProvider"] = true },
    };

    /// <summary>The editor shows a document.</summary>
    [JsonRpcMethod("textDocument/didOpen", UseSingleObjectParameterDeserialization = true)]
    public void Open(JsonElement message)
    {
        var document = message.GetProperty("textDocument");
        _open[Uri(message)] = document.GetProperty("text").GetString()!;
    }

    /// <summary>Somebody typed in a document; the editor sends its whole text.</summary>
    [JsonRpcMethod("textDocument/didChange", UseSingleObjectParameterDeserialization = true)]
    public void Change(JsonElement message) => _open[Uri(message)] = message.GetProperty("contentChanges")[0].GetProperty("text").GetString()!;

    /// <summary>The menu at a position in a document.</summary>
    [JsonRpcMethod("textDocument/codeAction", UseSingleObjectParameterDeserialization = true)]
    public async Task<JsonNode> ActionsAsync(JsonElement message, CancellationToken cancellationToken)
    {
        var uri = Uri(message);
        var document = Current(uri);
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var asked = text.Lines.GetTextSpan(ReadRange(message.GetProperty("range")));
        var actions = new JsonArray();
        foreach (var diagnostic in await project.DiagnosticsAsync(document, cancellationToken).ConfigureAwait(false))
        {
            if (!diagnostic.Location.SourceSpan.IntersectsWith(asked))
            {
                continue;
            }

            foreach (var fix in await project.OfferedAsync(document, diagnostic, cancellationToken).ConfigureAwait(false))
            {
                var changed = await AnalyzedProject.AppliedAsync(document, fix.Action, cancellationToken).ConfigureAwait(false);
                var edits = (await changed.GetTextChangesAsync(document, cancellationToken).ConfigureAwait(false))
                    .Select(change => (JsonNode)new JsonObject { ["range"] = WriteRange(text.Lines.GetLinePositionSpan(change.Span)), ["newText"] = change.NewText });
                actions.Add((JsonNode)new JsonObject
                {
                    ["title"] = fix.Action.Title,
                    ["kind"] = "quickfix",
                    ["edit"] = new JsonObject { ["changes"] = new JsonObject { [uri] = new JsonArray([.. edits]) } },
                });
            }
        }

        return actions;
    }

    /// <summary>The editor is about to exit.</summary>
    [JsonRpcMethod("shutdown")]
    public object? Shutdown() => null;

    private static string Uri(JsonElement message) => message.GetProperty("textDocument").GetProperty("uri").GetString()!;

    private static LinePositionSpan ReadRange(JsonElement range) => new(ReadPosition(range.GetProperty("start")), ReadPosition(range.GetProperty("end")));

    private static LinePosition ReadPosition(JsonElement position) => new(position.GetProperty("line").GetInt32(), position.GetProperty("character").GetInt32());

    private static JsonObject WriteRange(LinePositionSpan span) => new() { ["start"] = WritePosition(span.Start), ["end"] = WritePosition(span.End) };

    private static JsonObject WritePosition(LinePosition position) => new() { ["line"] = position.Line, ["character"] = position.Character };

    /// <summary>The document, among all others with their text in the editor, saved or not.</summary>
    private Document Current(string uri)
    {
        var solution = project.Original.Solution;
        foreach (var (open, text) in _open)
        {
            if (Id(open) is { } id)
            {
                solution = solution.WithDocumentText(id, SourceText.From(text));
            }
        }

        return solution.GetDocument(Id(uri)) ?? throw new LocalRpcException($"{uri} is no file of {project.Original.Name}.");
    }

    private DocumentId? Id(string uri) => project.Original.Solution.GetDocumentIdsWithFilePath(new Uri(uri).LocalPath).SingleOrDefault();
}
