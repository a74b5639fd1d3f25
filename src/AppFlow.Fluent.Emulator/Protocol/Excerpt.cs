namespace AppFlow.Fluent.Emulator.Protocol;

/// <summary>Keeps what a caller sent short enough to be quoted or remembered.</summary>
internal static class Excerpt
{
    public const int MaxLength = 512;

    public static string Of(string value, int maxLength = MaxLength)
    {
        if (value.Length <= maxLength)
        {
            return value;
        }

        // Half a surrogate pair could not be written as JSON.
        var end = char.IsHighSurrogate(value[maxLength - 1]) ? maxLength - 1 : maxLength;
        return string.Concat(value.AsSpan(0, end), "…");
    }
}
