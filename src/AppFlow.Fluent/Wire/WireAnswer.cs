using System.Net;

namespace AppFlow.Fluent.Wire;

/// <summary>A complete answer, redacted except for its body.</summary>
internal sealed class WireAnswer
{
    // Rarely needed values are looked up on demand: the headers of an answer outlive its body and its connection.
    private readonly HttpResponseMessage _response;

    private readonly SignedRequest _request;

    // As received.
    private readonly ErrorAnswer _error;

    public WireAnswer(HttpResponseMessage response, string? requestId, byte[] body, SignedRequest request)
    {
        _response = response;
        _request = request;
        Body = body;
        RequestId = Redaction.Name(requestId);
        _error = IsSuccess ? default : ErrorAnswer.Read(AnswerHead.ErrorType(response), body);
    }

    public HttpStatusCode StatusCode => _response.StatusCode;

    public bool IsSuccess => (int)StatusCode is >= 200 and < 300;

    /// <summary>The service's id of the request, or null.</summary>
    public string? RequestId { get; }

    public byte[] Body { get; }

    /// <summary>The error's name as received, for decisions and not for display; null for a success or if the answer names none.</summary>
    public string? Code => _error.Code;

    /// <summary>Code and message of the error, redacted; nothing for a success.</summary>
    public ErrorAnswer Error => _error.Without(Redaction);

    /// <summary>Redacts the body.</summary>
    public Redaction Redaction => _request.Redaction;

    /// <summary>The media type, or null.</summary>
    public string? ContentType => Redaction.Name(AnswerHead.ContentType(_response));

    /// <summary>The encoding that was not asked for and is not undone, or null.</summary>
    public string? ContentEncoding => Redaction.Name(AnswerHead.ContentEncoding(_response));

    /// <summary>How long the service asks to wait before the next attempt (<c>x-amz-retry-after</c>, in milliseconds).</summary>
    public TimeSpan? RetryAfter => IsSuccess ? null : AnswerHead.RetryAfter(_response);
}
