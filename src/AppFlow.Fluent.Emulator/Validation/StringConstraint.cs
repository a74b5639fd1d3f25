using System.Globalization;
using System.Text.RegularExpressions;

namespace AppFlow.Fluent.Emulator.Validation;

/// <summary>
/// The length and the pattern of a string shape. Lengths count Unicode scalar values, as Smithy defines them; the pattern must match the
/// whole value.
/// </summary>
/// <param name="minLength">The minimum length; 0 if the model has none.</param>
/// <param name="maxLength">The maximum length.</param>
/// <param name="pattern">The pattern as the model writes it, for the message.</param>
/// <param name="expression">The same for .NET, without anchors.</param>
internal sealed class StringConstraint(int minLength, int maxLength, string pattern, string expression)
{
    // Matching must stay linear: a value may be a megabyte of colons.
    private readonly Regex _regex = new($@"\A(?:{expression})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    public void Check(string? value, string path, ConstraintViolations violations)
    {
        if (value is null)
        {
            return;
        }

        var length = value.Count(c => !char.IsLowSurrogate(c));
        if (length < minLength)
        {
            violations.Add(value, path, string.Create(CultureInfo.InvariantCulture, $"Member must have length greater than or equal to {minLength}"));
        }

        if (length > maxLength)
        {
            violations.Add(value, path, string.Create(CultureInfo.InvariantCulture, $"Member must have length less than or equal to {maxLength}"));
        }

        if (!_regex.IsMatch(value))
        {
            violations.Add(value, path, $"Member must satisfy regular expression pattern: {pattern}");
        }
    }
}
