namespace AppFlow.Fluent.Tests;

/// <summary>What a message must contain.</summary>
internal static class Says
{
    public static void All(string text, params ReadOnlySpan<string> parts)
    {
        foreach (var part in parts)
        {
            Assert.True(text.Contains(part, StringComparison.Ordinal), $"'{part}' is not said in: {text}");
        }
    }
}
