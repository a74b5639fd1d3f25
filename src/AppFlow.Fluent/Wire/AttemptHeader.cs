using System.Collections.Concurrent;
using System.Globalization;

namespace AppFlow.Fluent.Wire;

/// <summary>The values of <c>amz-sdk-request</c>; there are few, and each is made once.</summary>
internal static class AttemptHeader
{
    private static readonly ConcurrentDictionary<(int Attempt, int MaxAttempts), string> Values = new();

    public static string Of(int attempt, int maxAttempts) => Values.GetOrAdd(
        (attempt, maxAttempts),
        static numbers => string.Create(CultureInfo.InvariantCulture, $"attempt={numbers.Attempt}; max={numbers.MaxAttempts}"));
}
