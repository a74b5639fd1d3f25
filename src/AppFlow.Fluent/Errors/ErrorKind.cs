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
}
