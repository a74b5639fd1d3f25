using AppFlow.Fluent;
using AppFlow.Fluent.Extensions.DependencyInjection.Registration;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the clients of Amazon AppFlow to a container.</summary>
/// <remarks>
/// <para>
/// <see cref="IAppFlowClient"/> and <see cref="AppFlowClient"/> are one singleton, which the container disposes of. What is registered already
/// stays, so a fake of a test's own wins wherever it is registered, and then no setting is checked. A second call adds its configuration to that
/// of the first.
/// </para>
/// <para>
/// Options are ordinary options, of the name that the key has as text for a keyed client: <c>services.AddOptions&lt;AppFlowClientOptions&gt;()</c>
/// and its <c>Configure&lt;TService&gt;</c> take part. They are read once and checked when the host starts, without a call to anywhere: settings
/// that cannot be, and a region that is set nowhere, end the start with an <see cref="Options.OptionsValidationException"/>; missing credentials
/// do not.
/// </para>
/// <para>
/// Logging and <see cref="TimeProvider"/> come from the container unless an option gives them, and so does the HTTP client: the one named
/// <c>AppFlow.Fluent</c> (<c>AppFlow.Fluent:{key}</c>) of <see cref="IHttpClientFactory"/>, which follows no redirect, has no time-out of its own,
/// renews its connections every five minutes, and has all the handlers that are configured for it but those that send again: retries are
/// the client's own.
/// </para>
/// </remarks>
public static class AppFlowServiceCollectionExtensions
{
    /// <summary>Adds the client, with the settings of the environment and the profile.</summary>
    /// <param name="services">Where to add it.</param>
    /// <returns><paramref name="services"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public static IServiceCollection AddAppFlowClient(this IServiceCollection services) =>
        ClientRegistration.Add(services, serviceKey: null).Services;

    /// <summary>Adds the client, with the settings of a section.</summary>
    /// <param name="services">Where to add it.</param>
    /// <param name="section">
    /// A section of the client's own, with the keys <c>Region</c>, <c>Endpoint</c>, <c>Profile</c>, <c>ApplicationId</c>, <c>MaxAttempts</c>,
    /// <c>AttemptTimeout</c>, <c>UseFips</c>, <c>UseDualStack</c> and <c>AllowPlainHttp</c>, where any other key is an error; or one whose key is
    /// <c>AWS</c>, whose <c>Region</c> and <c>Profile</c> are taken, and nothing else. What is empty or white space is not set. It is read
    /// when the options are first asked for; later changes have no effect.
    /// </param>
    /// <returns><paramref name="services"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> or <paramref name="section"/> is null.</exception>
    public static IServiceCollection AddAppFlowClient(this IServiceCollection services, IConfiguration section) =>
        ClientRegistration.Add(services, serviceKey: null).Bind(section).Services;

    /// <summary>Adds the client, with the settings that code makes.</summary>
    /// <param name="services">Where to add it.</param>
    /// <param name="configure">Sets options.</param>
    /// <returns><paramref name="services"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> or <paramref name="configure"/> is null.</exception>
    public static IServiceCollection AddAppFlowClient(this IServiceCollection services, Action<AppFlowClientOptions> configure) =>
        ClientRegistration.Add(services, serviceKey: null).Configure(configure).Services;

    /// <summary>Adds a client of the key, with the settings of the environment and the profile.</summary>
    /// <param name="services">Where to add it.</param>
    /// <param name="serviceKey">The key. Its text names the client's options, so no two keys of an application may have the same.</param>
    /// <returns><paramref name="services"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> or <paramref name="serviceKey"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The key has no text, has the text of another client's key, or is <see cref="KeyedService.AnyKey"/>.
    /// </exception>
    public static IServiceCollection AddKeyedAppFlowClient(this IServiceCollection services, object serviceKey) =>
        AddKeyed(services, serviceKey).Services;

    /// <summary>Adds a client of the key, with the settings of a section.</summary>
    /// <param name="services">Where to add it.</param>
    /// <param name="serviceKey">The key. Its text names the client's options, so no two keys of an application may have the same.</param>
    /// <param name="section">A section as for <see cref="AddAppFlowClient(IServiceCollection, IConfiguration)"/>.</param>
    /// <returns><paramref name="services"/>.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The key has no text, has the text of another client's key, or is <see cref="KeyedService.AnyKey"/>.
    /// </exception>
    public static IServiceCollection AddKeyedAppFlowClient(this IServiceCollection services, object serviceKey, IConfiguration section) =>
        AddKeyed(services, serviceKey).Bind(section).Services;

    /// <summary>Adds a client of the key, with the settings that code makes.</summary>
    /// <param name="services">Where to add it.</param>
    /// <param name="serviceKey">The key. Its text names the client's options, so no two keys of an application may have the same.</param>
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
