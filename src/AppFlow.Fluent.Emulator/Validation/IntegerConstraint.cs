using System.Globalization;

namespace AppFlow.Fluent.Emulator.Validation;

/// <summary>The range of an integer shape.</summary>
internal sealed class IntegerConstraint(int min, int max)
{
    public int Max => max;

    public void Check(int? value, string path, ConstraintViolations violations)
    {
        if (value is not { } number)
        {
            return;
        }

        var text = number.ToString(CultureInfo.InvariantCulture);
        if (number < min)
        {
            violations.Add(text, path, string.Create(CultureInfo.InvariantCulture, $"Member must have value greater than or equal to {min}"));
        }

        if (number > max)
        {
            violations.Add(text, path, string.Create(CultureInfo.InvariantCulture, $"Member must have value less than or equal to {max}"));
        }
    }
}
