using AppFlow.Fluent.Client.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace AppFlow.Fluent.Extensions.DependencyInjection.Configuration;

/// <summary>Sets named options from a section.</summary>
/// <param name="name">The name of the options.</param>
/// <param name="section">The section.</param>
internal sealed class SectionBinding(string name, IConfiguration section) : IConfigureNamedOptions<AppFlowClientOptions>
{
    private const string SharedKey = "AWS";
    private const int MaxErrors = 5;

    // A section with this key is shared by all AWS clients; see AWSSDK.Extensions.NETCore.Setup.
    private readonly bool _isShared = section is IConfigurationSection { Key: var key } && key.Equals(SharedKey, StringComparison.OrdinalIgnoreCase);

    public string Name => name;

    private IReadOnlyList<SectionOption> Options => _isShared ? [SectionOption.Region, SectionOption.Profile] : SectionOption.All;

    public void Configure(AppFlowClientOptions options) => Configure(Microsoft.Extensions.Options.Options.DefaultName, options);

    /// <exception cref="OptionsValidationException">A key is unknown, or a value cannot be read.</exception>
    public void Configure(string? name, AppFlowClientOptions options)
    {
        if (name != Name)
        {
            return;
        }

        var faults = new List<string>();
        if (section is IConfigurationSection { Value: { } value } && !string.IsNullOrWhiteSpace(value) && !_isShared)
        {
            faults.Add($"{PathOfSection} in the configuration must be a section of settings; it is a value.");
        }

        foreach (var child in section.GetChildren())
        {
            if (FaultOf(child, options) is { } fault)
            {
                faults.Add(fault);
            }
        }

        if (faults.Count > 0)
        {
            var shown = faults.Count > MaxErrors ? faults.Take(MaxErrors).Append($"There are {faults.Count - MaxErrors} more such errors.") : faults;
            throw new OptionsValidationException(Name, typeof(AppFlowClientOptions), shown);
        }
    }

    /// <summary>The path of the option's value in this section; null if the value comes from elsewhere.</summary>
    public string? PathOf(SectionOption option, AppFlowClientOptions options) =>
        Options.Contains(option)
        && section.GetSection(option.Key) is { } child
        && TextOf(child) is { } text
        && option.Read(text) is { } value
        && value.Equals(option.Get(options))
            ? child.Path
            : null;

    /// <summary>Where the option's value belongs in this section; null if the section does not hold it.</summary>
    public string? PlaceFor(SectionOption option) => Options.Contains(option) ? section.GetSection(option.Key).Path : null;

    private string PathOfSection => section is IConfigurationSection { Path: var path } ? path : "The root";

    private static string? TextOf(IConfigurationSection child) => string.IsNullOrWhiteSpace(child.Value) ? null : child.Value.Trim();

    /// <summary>Sets the option of a key. Returns what is wrong with it, or null.</summary>
    private string? FaultOf(IConfigurationSection child, AppFlowClientOptions options)
    {
        var place = $"{SettingText.Of(child.Path)} in the configuration";
        if (Options.FirstOrDefault(option => option.Key.Equals(child.Key, StringComparison.OrdinalIgnoreCase)) is not { } option)
        {
            return _isShared ? null : $"{place} is not a setting of the client. {Advice(child.Key)}";
        }

        if (child.GetChildren().Any())
        {
            return $"{place} must be {option.Expected}; it is a section.";
        }

        if (TextOf(child) is not { } text)
        {
            return null;
        }

        if (option.Read(text) is not { } value)
        {
            return $"{place} must be {option.Expected}; it is '{option.Quote(text)}'.";
        }

        option.Set(options, value);
        return null;
    }

    private static string Advice(string key) =>
        typeof(AppFlowClientOptions).GetProperties().Any(property => property.Name.Equals(key, StringComparison.OrdinalIgnoreCase))
            ? "Set it in code, with AddAppFlowClient(options => …)."
            : $"The keys are {string.Join(", ", SectionOption.All.Select(option => option.Key))}.";
}
