using System.Globalization;
using System.Text.RegularExpressions;

namespace AppFlow.Fluent.Emulator.Validation;

/// <summary>
/// The length and the pattern of a string shape. Lengths count Unicode scalar values, as Smithy defines them; the pattern holds for the
/// whole value.
/// </summary>
/// <param name="minLength">The least length; 0 where the model names none.</param>
/// <param name="maxLength">The greatest length.</param>
/// <param name="pattern">The pattern as the model writes it, for the message.</param>
/// <param name="expression">The same for .NET, without anchors.</param>
internal sealed class StringConstraint(int minLength, int maxLength, string pattern, string expression)
{
    // A megabyte of colons must not cost the square of its length.
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
