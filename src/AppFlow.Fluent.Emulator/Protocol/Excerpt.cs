namespace AppFlow.Fluent.Emulator.Protocol;

/// <summary>Shortens a value that a caller sent, to quote or record it.</summary>
internal static class Excerpt
{
    public const int MaxLength = 512;

    public static string Of(string value, int maxLength = MaxLength)
    {
        if (value.Length <= maxLength)
        {
            return value;
        }

        // Half a surrogate pair cannot be written as JSON.
        var end = char.IsHighSurrogate(value[maxLength - 1]) ? maxLength - 1 : maxLength;
        return string.Concat(value.AsSpan(0, end), "…");
    }
}
