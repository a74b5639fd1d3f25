using System.Globalization;
using AppFlow.Fluent.Client;
using AppFlow.Fluent.Extensions.DependencyInjection.Configuration;
using AppFlow.Fluent.Extensions.DependencyInjection.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AppFlow.Fluent.Extensions.DependencyInjection.Registration;

/// <summary>One client of a container, with or without a key: its name, its creation, and whether it is still the one in use.</summary>
internal sealed class ClientRegistration
{
    private readonly object? _serviceKey;

    private ClientRegistration(IServiceCollection services, object? serviceKey)
    {
        Services = services;
        _serviceKey = serviceKey;
        OptionsName = serviceKey is null ? Microsoft.Extensions.Options.Options.DefaultName : TextOf(serviceKey);
        HttpClientName = serviceKey is null ? NamedHttpClient.Name : $"{NamedHttpClient.Name}:{OptionsName}";
    }

    public IServiceCollection Services { get; }

    /// <summary>The name of the client's options.</summary>
    public string OptionsName { get; }

    /// <summary>The client's name in messages that may be about any client.</summary>
    public string Subject => _serviceKey is null ? "" : $"AppFlow client '{OptionsName}': ";

    /// <summary>Whether the container returns this client: another may have been registered before it, or have replaced it since.</summary>
    public bool IsInPlace => IsOurs(typeof(IAppFlowClient)) && IsOurs(typeof(AppFlowClient));

    private string HttpClientName { get; }

    /// <summary>Registers the client unless it is registered already.</summary>
    public static ClientRegistration Add(IServiceCollection services, object? serviceKey)
    {
        ArgumentNullException.ThrowIfNull(services);
        var registration = new ClientRegistration(services, serviceKey);
        registration.CheckKey();
        if (!services.Any(registration.IsSame))
        {
            registration.Register();
        }

        return registration;
    }

    /// <summary>Adds the settings of a section.</summary>
    public ClientRegistration Bind(IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        var binding = new SectionBinding(OptionsName, section);
        Services.AddSingleton(binding);
        Services.AddSingleton<IConfigureOptions<AppFlowClientOptions>>(binding);
        return this;
    }

    /// <summary>Adds settings from code.</summary>
    public ClientRegistration Configure(Action<AppFlowClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        Services.Configure(OptionsName, configure);
        return this;
    }

    private static string TextOf(object serviceKey) => Convert.ToString(serviceKey, CultureInfo.InvariantCulture) ?? "";

    private static ClientRegistration? Of(ServiceDescriptor descriptor) =>
        descriptor.ServiceType == typeof(ClientRegistration) ? descriptor.ImplementationInstance as ClientRegistration : null;

    // Options and HTTP clients are identified only by the text of the key.
    private void CheckKey()
    {
        if (_serviceKey is null)
        {
            return;
        }

        if (ReferenceEquals(_serviceKey, KeyedService.AnyKey) || OptionsName.Length == 0)
        {
            throw new ArgumentException("The key must name a single client: it must have a text and must not be KeyedService.AnyKey.", "serviceKey");
        }

        if (Services.Select(Of).FirstOrDefault(other => other?.OptionsName == OptionsName && !Equals(other._serviceKey, _serviceKey)) is not null)
        {
            throw new ArgumentException($"Another client has a key with the same text, '{OptionsName}'. The text names the client's options, so it must be unique.", "serviceKey");
        }
    }

    private void Register()
    {
        Services.AddSingleton(this);
        Services.TryAdd(_serviceKey is null
            ? ServiceDescriptor.Singleton<AppFlowClient>(Make)
            : ServiceDescriptor.KeyedSingleton<AppFlowClient>(_serviceKey, MakeKeyed));
        Services.TryAdd(_serviceKey is null
            ? ServiceDescriptor.Singleton<IAppFlowClient>(Get)
            : ServiceDescriptor.KeyedSingleton<IAppFlowClient>(_serviceKey, GetKeyed));
        Services.AddSingleton<IValidateOptions<AppFlowClientOptions>>(provider => new OptionsValidation(this, provider.GetServices<SectionBinding>()));
        Services.AddOptions<StartCheck>(OptionsName).Configure<IServiceProvider>(CheckAtStart).ValidateOnStart();
        NamedHttpClient.Add(Services, HttpClientName);
    }

    private AppFlowClient Make(IServiceProvider provider)
    {
        var options = OptionsOf(provider).Copy();
        options.LoggerFactory ??= provider.GetService<ILoggerFactory>();
        options.TimeProvider ??= provider.GetService<TimeProvider>();
        options.HttpClient ??= provider.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName);
        return HostedClient.Make(options);
    }

    private AppFlowClient MakeKeyed(IServiceProvider provider, object? key) => Make(provider);

    private IAppFlowClient Get(IServiceProvider provider) => provider.GetRequiredService<AppFlowClient>();

    private IAppFlowClient GetKeyed(IServiceProvider provider, object? key) => provider.GetRequiredKeyedService<AppFlowClient>(_serviceKey);

    private AppFlowClientOptions OptionsOf(IServiceProvider provider) => provider.GetRequiredService<IOptionsMonitor<AppFlowClientOptions>>().Get(OptionsName);

    private void CheckAtStart(StartCheck check, IServiceProvider provider)
    {
        if (IsInPlace)
        {
            OptionsOf(provider);
        }
    }

    private bool IsSame(ServiceDescriptor descriptor) => Of(descriptor) is { } other && Equals(other._serviceKey, _serviceKey);

    // A container returns the last registration.
    private bool IsOurs(Type type)
    {
        var used = Services.LastOrDefault(descriptor => descriptor.ServiceType == type && Equals(descriptor.ServiceKey, _serviceKey));
        var factory = used is null ? null : used.IsKeyedService ? used.KeyedImplementationFactory : (Delegate?)used.ImplementationFactory;
        return factory?.Target == this;
    }
}
