namespace AppFlow.Fluent.Emulator.Operations;

/// <summary>Keeps what a caller sent short enough to be quoted or remembered.</summary>
internal static class Excerpt
{
    public const int MaxLength = 512;

    public static string Of(string value)
    {
        if (value.Length <= MaxLength)
        {
            return value;
        }

        // Half a surrogate pair could not be written as JSON.
        var end = char.IsHighSurrogate(value[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        return string.Concat(value.AsSpan(0, end), "…");
    }
}
