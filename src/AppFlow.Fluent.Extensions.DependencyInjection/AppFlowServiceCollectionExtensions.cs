using AppFlow.Fluent;
using AppFlow.Fluent.Extensions.DependencyInjection.Registration;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers Amazon AppFlow clients in a container.</summary>
/// <remarks>
/// <para>
/// <see cref="IAppFlowClient"/> and <see cref="AppFlowClient"/> are one singleton, which the container disposes. An existing registration
/// is kept, so a test's fake wins wherever it is registered, and then no setting is validated. A second call adds its configuration to that
/// of the first.
/// </para>
/// <para>
/// Options are ordinary options, named after the text of the key for a keyed client:
/// <c>services.AddOptions&lt;AppFlowClientOptions&gt;()</c> and its <c>Configure&lt;TService&gt;</c> work. They are read once and validated
/// when the host starts, without any network call: invalid settings or a missing region end the start with an
/// <see cref="Options.OptionsValidationException"/>; missing credentials do not.
/// </para>
/// <para>
/// Logging and <see cref="TimeProvider"/> come from the container unless an option gives them, and so does the HTTP client: the one named
/// <c>AppFlow.Fluent</c> (<c>AppFlow.Fluent:{key}</c>) of <see cref="IHttpClientFactory"/>, which follows no redirect, has no time-out of
/// its own, renews its connections every five minutes, and keeps all handlers that are configured for it except those that retry: the
/// client itself retries.
/// </para>
/// </remarks>
public static class AppFlowServiceCollectionExtensions
{
    /// <summary>Registers the client, with the settings of the environment and the profile.</summary>
    /// <param name="services">The services to add it to.</param>
    /// <returns><paramref name="services"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public static IServiceCollection AddAppFlowClient(this IServiceCollection services) =>
        ClientRegistration.Add(services, serviceKey: null).Services;

    /// <summary>Registers the client, with the settings of a configuration section.</summary>
    /// <param name="services">The services to add it to.</param>
    /// <param name="section">
    /// A section for this client, with the keys <c>Region</c>, <c>Endpoint</c>, <c>Profile</c>, <c>ApplicationId</c>, <c>MaxAttempts</c>,
    /// <c>AttemptTimeout</c>, <c>UseFips</c>, <c>UseDualStack</c> and <c>AllowPlainHttp</c>, where any other key is an error; or a section
    /// whose key is <c>AWS</c>, of which only <c>Region</c> and <c>Profile</c> are used. An empty or blank value counts as not set. The
    /// section is read when the options are first requested; later changes have no effect.
    /// </param>
    /// <returns><paramref name="services"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> or <paramref name="section"/> is null.</exception>
    public static IServiceCollection AddAppFlowClient(this IServiceCollection services, IConfiguration section) =>
        ClientRegistration.Add(services, serviceKey: null).Bind(section).Services;

    /// <summary>Registers the client, with settings from code.</summary>
    /// <param name="services">The services to add it to.</param>
    /// <param name="configure">Sets options.</param>
    /// <returns><paramref name="services"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> or <paramref name="configure"/> is null.</exception>
    public static IServiceCollection AddAppFlowClient(this IServiceCollection services, Action<AppFlowClientOptions> configure) =>
        ClientRegistration.Add(services, serviceKey: null).Configure(configure).Services;

    /// <summary>Registers a keyed client, with the settings of the environment and the profile.</summary>
    /// <param name="services">The services to add it to.</param>
    /// <param name="serviceKey">
    /// The key. Its text names the client's options, so no two keys of an application may have the same text.
    /// </param>
    /// <returns><paramref name="services"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> or <paramref name="serviceKey"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The key has no text, has the text of another client's key, or is <see cref="KeyedService.AnyKey"/>.
    /// </exception>
    public static IServiceCollection AddKeyedAppFlowClient(this IServiceCollection services, object serviceKey) =>
        AddKeyed(services, serviceKey).Services;

    /// <summary>Registers a keyed client, with the settings of a configuration section.</summary>
    /// <param name="services">The services to add it to.</param>
    /// <param name="serviceKey">
    /// The key. Its text names the client's options, so no two keys of an application may have the same text.
    /// </param>
    /// <param name="section">A section as for <see cref="AddAppFlowClient(IServiceCollection, IConfiguration)"/>.</param>
    /// <returns><paramref name="services"/>.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The key has no text, has the text of another client's key, or is <see cref="KeyedService.AnyKey"/>.
    /// </exception>
    public static IServiceCollection AddKeyedAppFlowClient(this IServiceCollection services, object serviceKey, IConfiguration section) =>
        AddKeyed(services, serviceKey).Bind(section).Services;

    /// <summary>Registers a keyed client, with settings from code.</summary>
    /// <param name="services">The services to add it to.</param>
    /// <param name="serviceKey">
    /// The key. Its text names the client's options, so no two keys of an application may have the same text.
    /// </param>
    /// <param name="configure">Sets options.</param>
    /// <returns><paramref name="services"/>.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The key has no text, has the text of another client's key, or is <see cref="KeyedService.AnyKey"/>.
    /// </exception>
    public static IServiceCollection AddKeyedAppFlowClient(this IServiceCollection services, object serviceKey, Action<AppFlowClientOptions> configure) =>
        AddKeyed(services, serviceKey).Configure(configure).Services;

    private static ClientRegistration AddKeyed(IServiceCollection services, object serviceKey) =>
        ClientRegistration.Add(services, serviceKey ?? throw new ArgumentNullException(nameof(serviceKey)));
}
