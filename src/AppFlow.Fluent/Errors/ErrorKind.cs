namespace AppFlow.Fluent;

/// <summary>What an error means for a retry.</summary>
internal enum ErrorKind
{
    /// <summary>The same request will fail again.</summary>
    Final,

    /// <summary>A transient error, in the network or in the service.</summary>
    Transient,

    /// <summary>The service asks for fewer requests.</summary>
    Throttling,

    /// <summary>The request's date came from a clock that differs from the service's; the next date is corrected.</summary>
    ClockSkew,
}
