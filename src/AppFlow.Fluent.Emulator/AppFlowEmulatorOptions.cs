using AppFlow.Fluent.Emulator.Faults;
using Microsoft.Extensions.Logging;

namespace AppFlow.Fluent.Emulator;

/// <summary>
/// How an <see cref="AppFlowEmulator"/> is to run: where it listens, whose signature it accepts, and which clock it follows.
/// </summary>
/// <remarks>
/// Nothing else has a say: neither environment variables nor settings files are read.
/// </remarks>
public sealed class AppFlowEmulatorOptions
{
    /// <summary>The TCP port on 127.0.0.1, from 0 to 65535. 0, the default, takes any free port.</summary>
    public int Port { get; init; }

    /// <summary>
    /// The one access key that is known, <c>emulator</c> by default: 1 to 128 letters, digits or underscores.
    /// </summary>
    public string AccessKey { get; init; } = "emulator";

    /// <summary>The secret that belongs to <see cref="AccessKey"/>, <c>emulator</c> by default. Not empty.</summary>
    public string SecretKey { get; init; } = "emulator";

    /// <summary>
    /// The session token that requests must carry as <c>x-amz-security-token</c>. <see langword="null"/>, the default, asks for
    /// none and ignores any that is sent.
    /// </summary>
    public string? SessionToken { get; init; }

    /// <summary>
    /// The region whose AppFlow this is, <c>us-east-1</c> by default. It must be the region of the credential scope, and decides
    /// the partition of the ARNs.
    /// </summary>
    public string Region { get; init; } = "us-east-1";

    /// <summary>The account that owns the connectors, 12 digits, <c>123456789012</c> by default.</summary>
    public string AccountId { get; init; } = "123456789012";

    /// <summary>
    /// The clock by which signatures are dated, client tokens expire, answers are stamped and planned delays wait. The system's by default.
    /// </summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The faults that are injected from the start. None by default.</summary>
    public FaultPlan Faults { get; init; } = FaultPlan.None;

    /// <summary>Where the emulator logs. <see langword="null"/>, the default, logs nowhere.</summary>
    public ILoggerFactory? LoggerFactory { get; init; }

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

        if (string.IsNullOrEmpty(Region) || Region.Length > 64 || !Region.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            throw Invalid(nameof(Region), "must be a region's name such as us-east-1: lower-case letters, digits and hyphens");
        }

        if (AccountId is not { Length: 12 } || !AccountId.All(char.IsAsciiDigit))
        {
            throw Invalid(nameof(AccountId), "must be exactly 12 digits");
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
            throw Invalid(nameof(Faults), $"must be a plan that can be carried out: {violation.TrimEnd('.')}");
        }
    }

    private static ArgumentException Invalid(string property, string rule) =>
        new($"{nameof(AppFlowEmulatorOptions)}.{property} {rule}.", property);
}
