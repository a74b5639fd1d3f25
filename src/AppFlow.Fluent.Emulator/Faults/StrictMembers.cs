using System.Globalization;
using System.Text.Json;
using AppFlow.Fluent.Emulator.Protocol;

namespace AppFlow.Fluent.Emulator.Faults;

/// <summary>
/// Reads every member of one JSON object exactly once. Unlike a service's input, a control request must be understood completely: a member
/// that is unknown, repeated or of the wrong type is an error that names it.
/// </summary>
internal sealed class StrictMembers
{
    private readonly string _path;
    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.Ordinal);

    /// <exception cref="FormatException">The element is not an object, or has an unknown or repeated member.</exception>
    public StrictMembers(JsonElement element, string path, params ReadOnlySpan<string> known)
    {
        _path = path;
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException($"{(path.Length == 0 ? "The body" : path)} must be an object, and is {Describe(element)}.");
        }

        foreach (var member in element.EnumerateObject())
        {
            if (!known.Contains(member.Name))
            {
                var members = path.Length == 0 ? "the members" : $"the members of {path}";
                throw new FormatException(
                    $"{PathOf(Excerpt.Of(member.Name))} is unknown: {members} are {string.Join(", ", known.ToArray())}.");
            }

            if (!_members.TryAdd(member.Name, member.Value))
            {
                throw new FormatException($"{PathOf(member.Name)} must be given once, and is repeated.");
            }
        }
    }

    public string? String(string name) => Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw Wrong(name, "a string", value);

    public int? Integer(string name) => Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number
        : throw Wrong(name, "a 32-bit integer", value);

    public double? Number(string name) => Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) ? number
        : throw Wrong(name, "a number", value);

    public TimeSpan? Duration(string name) => Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.String
            && TimeSpan.TryParseExact(value.GetString(), "c", CultureInfo.InvariantCulture, out var duration) ? duration
        : throw Wrong(name, "a duration such as \"00:00:02.5\"", value);

    public IEnumerable<JsonElement> Array(string name) => Find(name) is not { } value ? []
        : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray()
        : throw Wrong(name, "an array", value);

    /// <summary>The error for a member whose value has the right type but is invalid.</summary>
    public FormatException Wrong(string name, string expected, JsonElement value) =>
        new($"{PathOf(name)} must be {expected}, and is {Describe(value)}.");

    public FormatException Missing(string name) => new($"{PathOf(name)} is required.");

    public JsonElement? Find(string name) =>
        _members.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static string Describe(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? $"'{Excerpt.Of(value.GetString()!)}'" : JsonMembers.Describe(value);

    private string PathOf(string name) => _path.Length == 0 ? name : $"{_path}.{name}";
}
