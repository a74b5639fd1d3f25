using System.Text.Json;

namespace AppFlow.Fluent.Emulator.Protocol;

/// <summary>
/// Reads the members of one JSON object by type. A null counts as absent, names are case-sensitive, and unknown members are ignored.
/// </summary>
internal readonly struct JsonMembers
{
    private readonly JsonElement _object;
    private readonly string _path;

    public JsonMembers(JsonElement root)
        : this(root, "")
    {
    }

    private JsonMembers(JsonElement element, string path)
    {
        _object = element;
        _path = path;
    }

    public string? String(string name) => Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw WrongType(name, "a string", value);

    public bool? Boolean(string name) => Find(name) is not { } value ? null
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean()
        : throw WrongType(name, "a boolean", value);

    public int? Integer(string name) => Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number
        : throw WrongType(name, "a 32-bit integer", value);

    public JsonMembers? Structure(string name) => Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Object ? new JsonMembers(value, Path(name) + ".")
        : throw WrongType(name, "an object", value);

    private JsonElement? Find(string name) =>
        _object.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private string Path(string name) => _path + name;

    private ServiceException WrongType(string name, string expected, JsonElement value) =>
        ServiceException.Serialization($"The member '{Path(name)}' must be {expected}, and is {Describe(value)}.");

    public static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "a string",
        JsonValueKind.Number => $"the number {Excerpt.Of(value.GetRawText())}",
        JsonValueKind.Array => "an array",
        JsonValueKind.Object => "an object",
        _ => value.GetRawText(),
    };
}
