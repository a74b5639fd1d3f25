namespace AppFlow.Fluent;

/// <summary>From the service's error code to the exception's type.</summary>
internal static class ErrorTypes
{
    /// <param name="code">The code as it came: the one that is shown may have been redacted.</param>
    /// <param name="details">What is shown.</param>
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
