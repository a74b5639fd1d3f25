namespace AppFlow.Fluent.Client.Settings;

/// <summary>The value of a setting, with where it came from.</summary>
/// <param name="Value">The value, trimmed and not empty.</param>
/// <param name="Source">Where it came from, as the subject of a sentence: option, variable, or key, profile and file.</param>
internal sealed record Setting(string Value, string Source)
{
    /// <summary>The option's name where it is one; null where the environment or a file says so.</summary>
    public string? Option { get; private init; }

    /// <summary>The value of an option; null where it is not set.</summary>
    public static Setting? OfOption(string? value, string name) => string.IsNullOrWhiteSpace(value) ? null : Given(value.Trim(), name);

    /// <summary>The value of an option that is set, whatever it is.</summary>
    public static Setting Given(string value, string name) => new(value, name) { Option = name };

    /// <summary>The value of an environment variable.</summary>
    public static Setting OfVariable(string value, string name) => new(value, $"{name} in the environment");

    /// <summary>The error for a value that cannot be: of the argument where it is an option, of the surroundings else.</summary>
    /// <param name="mayBe">What may stand there, after "must be".</param>
    public Exception Refused(string mayBe) => Fault($"{Source} must be {mayBe}; it is '{SettingText.Of(Value)}'.");

    /// <inheritdoc cref="Refused"/>
    /// <param name="message">All that is said.</param>
    public Exception Fault(string message) => Option is null ? new InvalidOperationException(message) : new ArgumentException(message, Option);

    /// <summary>The error for two settings that do not go together.</summary>
    public Exception ConflictWith(Setting other, string message) => (Option is null ? other : this).Fault(message);
}
