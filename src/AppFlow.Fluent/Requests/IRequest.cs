using System.Text.Json;
using AppFlow.Fluent.Wire;

namespace AppFlow.Fluent.Requests;

/// <summary>A request as the client that sends it sees it.</summary>
internal interface IRequest
{
    ServiceOperation Operation { get; }

    /// <summary>The idempotency token, once the request is ready; null where the operation takes none.</summary>
    string? ClientToken => null;

    /// <summary>The same request with all that a call carries.</summary>
    /// <exception cref="InvalidOperationException">A required field was never set.</exception>
    IRequest ReadyToSend() => this;

    /// <summary>Writes the fields that are set, as members of the object that the caller has begun.</summary>
    void WriteFields(Utf8JsonWriter json);
}
