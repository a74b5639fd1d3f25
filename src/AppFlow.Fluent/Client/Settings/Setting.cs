namespace AppFlow.Fluent.Client.Settings;

/// <summary>The value of a setting, and its source.</summary>
/// <param name="Value">The value, trimmed and not empty.</param>
/// <param name="Source">Its source, as the subject of a sentence: option, variable, or key, profile and file.</param>
internal sealed record Setting(string Value, string Source)
{
    /// <summary>The option's name; null if the value comes from the environment or a file.</summary>
    public string? Option { get; private init; }

    /// <summary>The value of an option; null if it is not set.</summary>
    public static Setting? OfOption(string? value, string name) => string.IsNullOrWhiteSpace(value) ? null : Given(value.Trim(), name);

    /// <summary>The value of an option that is set.</summary>
    public static Setting Given(string value, string name) => new(value, name) { Option = name };

    /// <summary>The value of an environment variable.</summary>
    public static Setting OfVariable(string value, string name) => new(value, $"{name} in the environment");

    /// <summary>The error for an invalid value: an argument exception for an option, an invalid operation otherwise.</summary>
    /// <param name="expected">The valid values, to follow "must be".</param>
    public Exception Refused(string expected) => Fault($"{Source} must be {expected}; it is '{SettingText.Of(Value)}'.");

    /// <inheritdoc cref="Refused"/>
    /// <param name="message">The whole message.</param>
    public Exception Fault(string message) => Option is null ? new InvalidOperationException(message) : new ArgumentException(message, Option);

    /// <summary>The error for two settings that contradict each other.</summary>
    public Exception ConflictWith(Setting other, string message) => (Option is null ? other : this).Fault(message);
}
