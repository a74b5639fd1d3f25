using System.Globalization;

namespace AppFlow.Fluent.Constraints;

/// <summary>The model's <c>MaxResults</c>.</summary>
internal static class MaxResultsConstraint
{
    public const int Min = 1;
    public const int Max = 100;

    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    public static int Check(int value, string parameterName) =>
        IsAccepted(value) ? value : throw new ArgumentOutOfRangeException(parameterName, value, $"{Rule}.");

    /// <summary>What is wrong with <paramref name="value"/>, as a sentence; null if the service accepts it.</summary>
    public static string? FaultOf(int value) => IsAccepted(value) ? null : string.Create(CultureInfo.InvariantCulture, $"{Rule}; it is {value}.");

    private static string Rule => string.Create(CultureInfo.InvariantCulture, $"maxResults must be {Min} to {Max}");

    private static bool IsAccepted(int value) => value is >= Min and <= Max;
}
