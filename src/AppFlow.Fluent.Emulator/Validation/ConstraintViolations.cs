using AppFlow.Fluent.Emulator.Operations;

namespace AppFlow.Fluent.Emulator.Validation;

/// <summary>All that the model forbids about one input, told at once and in the service's words.</summary>
internal sealed class ConstraintViolations
{
    private readonly List<string> _violations = [];

    public static void ThrowIfAny(OperationInput input)
    {
        var violations = new ConstraintViolations();
        input.Validate(violations);
        violations.ThrowIfAny();
    }

    public void Require(object? value, string path)
    {
        if (value is null)
        {
            _violations.Add($"Value null at '{path}' failed to satisfy constraint: Member must not be null");
        }
    }

    public void Add(string value, string path, string rule) =>
        _violations.Add($"Value '{Excerpt.Of(value)}' at '{path}' failed to satisfy constraint: {rule}");

    private void ThrowIfAny()
    {
        if (_violations.Count > 0)
        {
            var noun = _violations.Count == 1 ? "error" : "errors";
            throw ServiceException.Validation($"{_violations.Count} validation {noun} detected: {string.Join("; ", _violations)}");
        }
    }
}
