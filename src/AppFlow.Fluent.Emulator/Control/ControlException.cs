namespace AppFlow.Fluent.Emulator.Control;

/// <summary>A control request is refused, and nothing was changed.</summary>
internal sealed class ControlException(int statusCode, string message) : Exception(message)
{
    public int StatusCode { get; } = statusCode;
}
