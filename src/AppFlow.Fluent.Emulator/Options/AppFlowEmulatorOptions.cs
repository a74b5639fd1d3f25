using System.Text.RegularExpressions;
using AppFlow.Fluent.Emulator.Faults;
using AppFlow.Fluent.Emulator.Ledger;
using AppFlow.Fluent.Emulator.Storage;
using Microsoft.Extensions.Logging;

namespace AppFlow.Fluent.Emulator;

/// <summary>The options of an <c>AppFlowEmulator</c>: where it listens, whose signature it accepts, and which clock it uses.</summary>
/// <remarks>
/// Nothing else affects it: environment variables and settings files are not read.
/// </remarks>
public sealed partial class AppFlowEmulatorOptions
{
    /// <summary>
    /// The value of <see cref="Region"/> that stands for every region: any name such as <c>us-east-1</c>, up to 64 characters of lower-case words
    /// joined by hyphens, is accepted in a credential scope, and each region has connectors, client tokens, page tokens and ARNs of its own.
    /// </summary>
    public const string AnyRegion = "any";

    internal const string DefaultRegion = "us-east-1";

    private const int MaxRegionLength = 64;

    /// <summary>The TCP port on 127.0.0.1, from 0 to 65535. 0, the default, takes any free port.</summary>
    public int Port { get; init; }

    /// <summary>The only access key that is accepted, <c>emulator</c> by default: 1 to 128 letters, digits or underscores.</summary>
    public string AccessKey { get; init; } = "emulator";

    /// <summary>The secret key of <see cref="AccessKey"/>, <c>emulator</c> by default. Not empty.</summary>
    public string SecretKey { get; init; } = "emulator";

    /// <summary>
    /// The session token that requests must carry as <c>x-amz-security-token</c>. With <see langword="null"/>, the default, none is
    /// required and any is ignored.
    /// </summary>
    public string? SessionToken { get; init; }

    /// <summary>
    /// The region whose AppFlow this is, <c>us-east-1</c> by default. It must be the region of the credential scope, and decides
    /// the partition of the ARNs. <see cref="AnyRegion"/> for all regions at once.
    /// </summary>
    public string Region { get; init; } = DefaultRegion;

    /// <summary>The account that owns the connectors, 12 digits, <c>123456789012</c> by default.</summary>
    public string AccountId { get; init; } = "123456789012";

    /// <summary>
    /// The clock for signatures, the expiry of client tokens, times in answers and planned delays. The system clock by default.
    /// </summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The faults to inject from the start. None by default.</summary>
    public FaultPlan Faults { get; init; } = FaultPlan.None;

    /// <summary>
    /// How many entries <c>AppFlowEmulator.Received</c> and <c>AppFlowEmulator.Applied</c> each keep, 1 or more; the oldest are dropped
    /// first. 100,000 by default.
    /// </summary>
    public int LedgerEntries { get; init; } = 100_000;

    /// <summary>
    /// The names that a request's <c>Host</c> may have besides <c>localhost</c> and the loopback addresses, with any port and in any case,
    /// such as <c>appflow.test</c>. Bare host names: letters, digits, dots, hyphens and underscores, no wildcard. None by default. The list
    /// is copied.
    /// </summary>
    public IReadOnlyList<string> AllowedHosts
    {
        get;
        init => field = value is null ? null! : [.. value];
    } = [];

    /// <summary>Where the emulator logs. <see langword="null"/>, the default, turns logging off.</summary>
    public ILoggerFactory? LoggerFactory { get; init; }

    internal ILedgerReader? LedgerReader { get; init; }

    internal IRequestLog? RequestLog { get; init; }

    /// <summary>Opens the store that connectors, client tokens and the clock's offset are kept in; <see langword="null"/> for memory alone.</summary>
    internal Func<AppFlowEmulatorOptions, IStateStore>? OpenStore { get; init; }

    internal bool IsAnyRegion => Region == AnyRegion;

    internal static bool IsRegionName(string name) => name.Length <= MaxRegionLength && RegionName().IsMatch(name);

    internal void ThrowIfInvalid()
    {
        if (Port is < 0 or > 65535)
        {
            throw Invalid(nameof(Port), $"must be from 0 to 65535, and is {Port}");
        }

        // A slash or a comma would end the key early inside an Authorization header, so it could never be matched.
        if (AccessKey is null or { Length: 0 or > 128 } || !AccessKey.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
        {
            throw Invalid(nameof(AccessKey), "must be 1 to 128 ASCII letters, digits or underscores");
        }

        if (string.IsNullOrEmpty(SecretKey))
        {
            throw Invalid(nameof(SecretKey), "must not be null or empty");
        }

        if (SessionToken is not null && (SessionToken.Length == 0 || !SessionToken.All(c => c is > ' ' and <= '~')))
        {
            throw Invalid(nameof(SessionToken), "must be null, or visible ASCII characters without spaces");
        }

        if (Region is null || !(IsAnyRegion || IsRegionName(Region)))
        {
            throw Invalid(
                nameof(Region), "must be a region's name such as us-east-1 (words of lower-case letters and digits, joined by hyphens), or any");
        }

        if (AccountId is not { Length: 12 } || !AccountId.All(char.IsAsciiDigit))
        {
            throw Invalid(nameof(AccountId), "must be exactly 12 digits");
        }

        if (LedgerEntries < 1)
        {
            throw Invalid(nameof(LedgerEntries), $"must be 1 or more, and is {LedgerEntries}");
        }

        if (AllowedHosts is null || AllowedHosts.Any(name => name is null or { Length: > 253 } || !HostName().IsMatch(name)))
        {
            throw Invalid(nameof(AllowedHosts), "must be bare host names such as appflow.test, without a scheme, a port or a wildcard");
        }

        if (TimeProvider is null)
        {
            throw Invalid(nameof(TimeProvider), "must not be null");
        }

        if (Faults is null)
        {
            throw Invalid(nameof(Faults), "must not be null");
        }

        if (FaultPlanCheck.FirstViolation(Faults, FaultNames.InCode) is { } violation)
        {
            throw Invalid(nameof(Faults), $"must be a valid plan: {violation.TrimEnd('.')}");
        }
    }

    [GeneratedRegex(@"\A[a-z]+(?:-[a-z0-9]+)+\z")]
    private static partial Regex RegionName();

    [GeneratedRegex(@"\A[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?\z")]
    private static partial Regex HostName();

    private static ArgumentException Invalid(string property, string rule) =>
        new($"{nameof(AppFlowEmulatorOptions)}.{property} {rule}.", property);
}
