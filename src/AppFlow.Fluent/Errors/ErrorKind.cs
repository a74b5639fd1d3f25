namespace AppFlow.Fluent;

/// <summary>What an error means for sending the request again.</summary>
internal enum ErrorKind
{
    /// <summary>The same request will fail again.</summary>
    Final,

    /// <summary>A fault of the moment, on the way or in the service.</summary>
    Transient,

    /// <summary>The service asks for fewer requests.</summary>
    Throttling,

    /// <summary>The request was dated by a clock that was found to differ from the service's; the next one is dated right.</summary>
    ClockSkew,
}
