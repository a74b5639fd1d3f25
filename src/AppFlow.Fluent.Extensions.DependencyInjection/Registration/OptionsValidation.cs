using AppFlow.Fluent.Client;
using AppFlow.Fluent.Extensions.DependencyInjection.Configuration;
using Microsoft.Extensions.Options;

namespace AppFlow.Fluent.Extensions.DependencyInjection.Registration;

/// <summary>Validates the options of one client as the client itself would, and names those that a section has set.</summary>
internal sealed class OptionsValidation(ClientRegistration registration, IEnumerable<SectionBinding> bindings) : IValidateOptions<AppFlowClientOptions>
{
    // The last section counts.
    private IEnumerable<SectionBinding> Bindings => bindings.Where(binding => binding.Name == registration.OptionsName).Reverse();

    public ValidateOptionsResult Validate(string? name, AppFlowClientOptions options)
    {
        if (name != registration.OptionsName || !registration.IsInPlace)
        {
            return ValidateOptionsResult.Skip;
        }

        try
        {
            HostedClient.Check(options);
            return ValidateOptionsResult.Success;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return ValidateOptionsResult.Fail(registration.Subject + WithOrigins(MessageOf(e), options) + PlaceOfRegion(e));
        }
    }

    // The configuration is the first place where the reader looks.
    private string PlaceOfRegion(Exception e) =>
        e.Message == SetupGuide.NoRegion
        && Bindings.Select(binding => binding.PlaceFor(SectionOption.Region)).FirstOrDefault(path => path is not null) is { } place
            ? $" In the configuration, the region belongs in {place}."
            : "";

    // ArgumentException appends a parameter name, but there is no parameter here.
    private static string MessageOf(Exception e) =>
        e is ArgumentException { ParamName: { } parameter } ? e.Message.Replace($" (Parameter '{parameter}')", "", StringComparison.Ordinal) : e.Message;

    private string WithOrigins(string message, AppFlowClientOptions options)
    {
        var origins = from option in SectionOption.All
                      where message.Contains(option.Key, StringComparison.Ordinal)
                      let path = Bindings
                          .Select(binding => binding.PathOf(option, options)).FirstOrDefault(path => path is not null)
                      where path is not null
                      select $" {option.Key} comes from {path} in the configuration.";
        return message + string.Concat(origins);
    }
}
