namespace AppFlow.Fluent.Emulator.Validation;

/// <summary>The values of an enum shape.</summary>
internal sealed class EnumConstraint(params string[] values)
{
    private readonly string _rule = $"Member must satisfy enum value set: [{string.Join(", ", values)}]";

    public void Check(string? value, string path, ConstraintViolations violations)
    {
        if (value is not null && !values.Contains(value, StringComparer.Ordinal))
        {
            violations.Add(value, path, _rule);
        }
    }
}
