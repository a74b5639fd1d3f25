using System.Globalization;

namespace AppFlow.Fluent.Wire;

/// <summary>The values of <c>amz-sdk-request</c>. Nearly every call needs only that of the first attempt, which is cached.</summary>
internal static class AttemptHeader
{
    private static readonly string?[] OfFirstAttempts = new string?[17];

    public static string Of(int attempt, int maxAttempts) => attempt == 1 && maxAttempts < OfFirstAttempts.Length
        ? OfFirstAttempts[maxAttempts] ??= Format(attempt, maxAttempts)
        : Format(attempt, maxAttempts);

    private static string Format(int attempt, int maxAttempts) =>
        string.Create(CultureInfo.InvariantCulture, $"attempt={attempt}; max={maxAttempts}");
}
