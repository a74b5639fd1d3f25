using System.Text.Json;

namespace AppFlow.Fluent.Requests;

/// <summary>A request that can say what the service is to be told.</summary>
internal interface IRequestBody
{
    /// <summary>Writes the fields that are set, as members of the object that the caller has begun.</summary>
    void WriteFields(Utf8JsonWriter json);
}
