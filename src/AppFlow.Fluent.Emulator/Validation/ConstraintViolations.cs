using AppFlow.Fluent.Emulator.Protocol;

namespace AppFlow.Fluent.Emulator.Validation;

/// <summary>All violations of the model in one input, reported together and in the service's words.</summary>
internal sealed class ConstraintViolations
{
    private List<string>? _violations;

    public void Require(object? value, string path)
    {
        if (value is null)
        {
            Add($"Value null at '{path}' failed to satisfy constraint: Member must not be null");
        }
    }

    private void Add(string violation) => (_violations ??= []).Add(violation);

    public void Add(string value, string path, string rule) =>
        Add($"Value '{Excerpt.Of(value)}' at '{path}' failed to satisfy constraint: {rule}");

    /// <exception cref="ServiceException">There is a violation; the message lists all of them.</exception>
    public void ThrowIfAny()
    {
        if (_violations is not null)
        {
            var noun = _violations.Count == 1 ? "error" : "errors";
            throw ServiceException.Validation($"{_violations.Count} validation {noun} detected: {string.Join("; ", _violations)}");
        }
    }
}
