namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>What the name of a service's exception, or its error code, says about whether anything was applied.</summary>
internal static class FailureNames
{
    private static readonly string[] Throttling = ["Throttl", "RequestLimitExceeded", "ProvisionedThroughputExceeded", "TooManyRequests"];

    private static readonly string[] Refusals =
    [
        "NotFound", "AccessDenied", "Validation", "AlreadyExists", "InUse", "Conflict", "TransactionCanceled", "ConditionalCheckFailed", "LimitExceeded", "QuotaExceeded",
    ];

    /// <summary>Whether it throttles: that may be the answer to the last attempt, after a first one that was applied.</summary>
    public static bool IsThrottling(string name) => Throttling.Any(part => Contains(name, part));

    /// <summary>Whether it means that nothing was applied. A name that also means throttling does not.</summary>
    public static bool IsRefusal(string name) => !IsThrottling(name) && Refusals.Any(part => Contains(name, part));

    /// <summary>The same for an error code, which may also mean insufficient capacity.</summary>
    public static bool IsRefusingCode(string code) => IsRefusal(code) || (!IsThrottling(code) && code.StartsWith("Insufficient", StringComparison.Ordinal));

    private static bool Contains(string name, string part) => name.IndexOf(part, StringComparison.Ordinal) >= 0;
}
