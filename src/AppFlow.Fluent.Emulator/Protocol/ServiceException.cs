namespace AppFlow.Fluent.Emulator.Protocol;

/// <summary>An error answer: its code, its HTTP status, and a message that says how to correct the request.</summary>
internal sealed class ServiceException(int statusCode, string code, string message) : Exception(message)
{
    public int StatusCode { get; } = statusCode;

    public string Code { get; } = code;

    public static ServiceException MissingAuthenticationToken() =>
        new(403, "MissingAuthenticationTokenException", "Missing Authentication Token");

    public static ServiceException IncompleteSignature(string message) => new(403, "IncompleteSignatureException", message);

    public static ServiceException UnrecognizedClient() =>
        new(403, "UnrecognizedClientException", "The security token included in the request is invalid.");

    public static ServiceException InvalidSignature(string message) => new(403, "InvalidSignatureException", message);

    public static ServiceException UnknownOperation(string method, string path) =>
        new(404, "UnknownOperationException", $"The emulator has no Amazon AppFlow operation for {method} {Excerpt.Of(path)}.");

    public static ServiceException Foreign(string message) => new(403, "AccessDeniedException", message);

    public static ServiceException UnsupportedMediaType(string contentType) => new(
        415,
        "UnsupportedMediaTypeException",
        contentType.Length == 0
            ? "The body has no Content-Type: it must be application/json."
            : $"The body's Content-Type must be application/json, and is '{Excerpt.Of(contentType)}'.");

    public static ServiceException NotAcceptable(string accept) =>
        new(406, "NotAcceptableException", $"The answer is application/json, which the request's Accept '{Excerpt.Of(accept)}' excludes.");

    public static ServiceException Serialization(string message) => new(400, "SerializationException", message);

    public static ServiceException Validation(string message) => new(400, "ValidationException", message);

    public static ServiceException ResourceNotFound(string message) => new(404, "ResourceNotFoundException", message);

    public static ServiceException Conflict(string message) => new(409, "ConflictException", message);

    public static ServiceException BodyTooLarge(int limit) =>
        new(413, "RequestEntityTooLargeException", $"The request body is larger than {limit} bytes.");

    public static ServiceException BrokenRequest(int statusCode) => statusCode == 408
        ? new(408, "RequestTimeoutException", "The request body did not arrive in time.")
        : new(statusCode, "SerializationException", "The request body could not be read.");

    public static ServiceException InternalServer() =>
        new(500, "InternalServerException", "The emulator failed. This is a defect in the emulator, not in the request.");

    public static ServiceException NotWritten(string reason) =>
        new(500, "InternalServerException", $"The change could not be written, and was not applied: {Excerpt.Of(reason.TrimEnd('.'))}.");
}
