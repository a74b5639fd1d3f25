using System.Text.Json;

namespace AppFlow.Fluent.Responses;

/// <summary>JSON as received, compared by value: <see cref="JsonElement"/> itself is equal only within one document.</summary>
internal readonly struct JsonValue(JsonElement? element) : IEquatable<JsonValue>
{
    public JsonElement? Element { get; } = element;

    public bool Equals(JsonValue other) => Element is { } one && other.Element is { } another
        ? JsonElement.DeepEquals(one, another)
        : Element is null && other.Element is null;

    public override bool Equals(object? obj) => obj is JsonValue other && Equals(other);

    // Equal values may be written differently, such as 1 and 1.0, so only the kind can be hashed.
    public override int GetHashCode() => Element is { } one ? (int)one.ValueKind : -1;
}
