using System.Collections.Frozen;
using System.Net;

namespace AppFlow.Fluent;

/// <summary>Sorts errors by code, then by status, as AWS's standard retry mode does.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html"/>.</remarks>
internal static class ErrorKinds
{
    private static readonly FrozenSet<string> Throttling = FrozenSet.ToFrozenSet(
        [
            "BandwidthLimitExceeded",
            "EC2ThrottledException",
            "LimitExceededException",
            "PriorRequestNotComplete",
            "ProvisionedThroughputExceededException",
            "RequestLimitExceeded",
            "RequestThrottled",
            "RequestThrottledException",
            "SlowDown",
            "ThrottledException",
            "Throttling",
            "ThrottlingException",
            "TooManyRequestsException",
            "TransactionInProgressException",
        ],
        StringComparer.Ordinal);

    /// <summary>
    /// Whether the service uses the code to refuse a clock that differs from its own. Some of these codes also mean a wrong key, so the
    /// code alone is no reason to retry.
    /// </summary>
    public static bool MayBeClockSkew(string? code) => code
        is "RequestTimeTooSkewed"
        or "InvalidSignatureException"
        or "SignatureDoesNotMatch"
        or "AuthFailure"
        or "RequestExpired"
        or "RequestInTheFuture";

    public static ErrorKind Of(string? code, HttpStatusCode status) => code switch
    {
        not null when Throttling.Contains(code) => ErrorKind.Throttling,
        "RequestTimeout" or "RequestTimeoutException" => ErrorKind.Transient,
        _ => status is HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway
            or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout
            ? ErrorKind.Transient
            : ErrorKind.Final,
    };
}
