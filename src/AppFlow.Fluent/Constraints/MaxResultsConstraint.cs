using System.Globalization;

namespace AppFlow.Fluent.Constraints;

/// <summary>The model's <c>MaxResults</c>.</summary>
internal static class MaxResultsConstraint
{
    public const int Min = 1;
    public const int Max = 100;

    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    public static int Check(int value, string parameterName) => value is >= Min and <= Max
        ? value
        : throw new ArgumentOutOfRangeException(
            parameterName,
            value,
            string.Create(CultureInfo.InvariantCulture, $"maxResults must be {Min} to {Max}."));
}
