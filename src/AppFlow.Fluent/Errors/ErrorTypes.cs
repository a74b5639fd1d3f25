namespace AppFlow.Fluent;

/// <summary>Maps the service's error codes to exception types.</summary>
internal static class ErrorTypes
{
    /// <param name="code">The code as received; the one in the details may be redacted.</param>
    /// <param name="details">The details to show.</param>
    public static AppFlowException Create(string? code, ErrorDetails details) => code switch
    {
        "AccessDeniedException" => new AccessDeniedException(details),
        "ConflictException" => new ConflictException(details),
        "ConnectorAuthenticationException" => new ConnectorAuthenticationException(details),
        "ConnectorServerException" => new ConnectorServerException(details),
        "InternalServerException" => new InternalServerException(details),
        "ResourceNotFoundException" => new ResourceNotFoundException(details),
        "ServiceQuotaExceededException" => new ServiceQuotaExceededException(details),
        "ThrottlingException" => new ThrottlingException(details),
        "ValidationException" => new ValidationException(details),
        _ => new AppFlowException(details),
    };
}
