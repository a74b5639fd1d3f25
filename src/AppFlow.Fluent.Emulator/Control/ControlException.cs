namespace AppFlow.Fluent.Emulator.Control;

/// <summary>Something that was asked of the emulator itself is refused, and nothing was changed.</summary>
internal sealed class ControlException(int statusCode, string message) : Exception(message)
{
    public int StatusCode { get; } = statusCode;
}
