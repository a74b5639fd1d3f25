namespace AppFlow.Fluent;

/// <summary>From the service's error code to the exception's type.</summary>
internal static class ErrorTypes
{
    public static AppFlowException Create(ErrorDetails details) => details.ErrorCode switch
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
