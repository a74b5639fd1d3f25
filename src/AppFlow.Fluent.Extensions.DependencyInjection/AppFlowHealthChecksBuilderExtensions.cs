using AppFlow.Fluent.Extensions.DependencyInjection.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds health checks for Amazon AppFlow clients.</summary>
/// <remarks>
/// A check tests whether the client has a region and can get credentials (for a role or an instance, this calls their provider), and
/// optionally whether the service lists one connector. It never throws: an error is the description of its result, with the exception. For
/// a fake, only the list is checked.
/// </remarks>
public static class AppFlowHealthChecksBuilderExtensions
{
    /// <summary>Adds a check of the client that <c>AddAppFlowClient</c> registers.</summary>
    /// <param name="builder">The builder to add it to.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="listOneConnector">Whether to call the service, which needs the permission <c>appflow:ListConnectors</c>.</param>
    /// <param name="failureStatus">The status of a failure; <see cref="HealthStatus.Unhealthy"/> if it is null.</param>
    /// <param name="tags">Tags to filter checks.</param>
    /// <param name="timeout">How long the check may take; no limit if it is null.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> or <paramref name="name"/> is null.</exception>
    public static IHealthChecksBuilder AddAppFlow(
        this IHealthChecksBuilder builder,
        string name = "appflow",
        bool listOneConnector = false,
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null,
        TimeSpan? timeout = null) => Add(builder, serviceKey: null, name, listOneConnector, failureStatus, tags, timeout);

    /// <summary>Adds a check of the client that <c>AddKeyedAppFlowClient</c> registers for the key.</summary>
    /// <param name="builder">The builder to add it to.</param>
    /// <param name="serviceKey">The key of the client.</param>
    /// <param name="name">The name of the check; <c>appflow:{key}</c> if it is null.</param>
    /// <param name="listOneConnector">Whether to call the service, which needs the permission <c>appflow:ListConnectors</c>.</param>
    /// <param name="failureStatus">The status of a failure; <see cref="HealthStatus.Unhealthy"/> if it is null.</param>
    /// <param name="tags">Tags to filter checks.</param>
    /// <param name="timeout">How long the check may take; no limit if it is null.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> or <paramref name="serviceKey"/> is null.</exception>
    public static IHealthChecksBuilder AddKeyedAppFlow(
        this IHealthChecksBuilder builder,
        object serviceKey,
        string? name = null,
        bool listOneConnector = false,
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null,
        TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(serviceKey);
        return Add(builder, serviceKey, name ?? $"appflow:{serviceKey}", listOneConnector, failureStatus, tags, timeout);
    }

    private static IHealthChecksBuilder Add(
        IHealthChecksBuilder builder,
        object? serviceKey,
        string name,
        bool listOneConnector,
        HealthStatus? failureStatus,
        IEnumerable<string>? tags,
        TimeSpan? timeout)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new HealthCheckRegistration(
            name,
            provider => new AppFlowHealthCheck(provider, serviceKey, listOneConnector),
            failureStatus,
            tags,
            timeout));
    }
}
