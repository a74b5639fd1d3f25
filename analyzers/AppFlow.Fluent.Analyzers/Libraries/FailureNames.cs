namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>What the name of a service's exception, or its error code, says of whether anything was applied.</summary>
internal static class FailureNames
{
    private static readonly string[] Throttling = ["Throttl", "RequestLimitExceeded", "ProvisionedThroughputExceeded", "TooManyRequests"];

    private static readonly string[] Refusals =
    [
        "NotFound", "AccessDenied", "Validation", "AlreadyExists", "InUse", "Conflict", "TransactionCanceled", "ConditionalCheckFailed", "LimitExceeded", "QuotaExceeded",
    ];

    /// <summary>Whether it asks to come back later: that may be the last attempt's answer, after a first one that was applied.</summary>
    public static bool IsThrottling(string name) => Throttling.Any(part => Contains(name, part));

    /// <summary>Whether it says that nothing was applied. A name that throttles as well does not say that.</summary>
    public static bool IsRefusal(string name) => !IsThrottling(name) && Refusals.Any(part => Contains(name, part));

    /// <summary>The same for an error code, which may also say that there is no capacity.</summary>
    public static bool IsRefusingCode(string code) => IsRefusal(code) || (!IsThrottling(code) && code.StartsWith("Insufficient", StringComparison.Ordinal));

    private static bool Contains(string name, string part) => name.IndexOf(part, StringComparison.Ordinal) >= 0;
}
