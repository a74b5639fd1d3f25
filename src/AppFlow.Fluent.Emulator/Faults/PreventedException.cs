namespace AppFlow.Fluent.Emulator.Faults;

/// <summary>
/// A planned fault kept a request from being carried out. An exception, because a failure is what makes the service record nothing and let
/// the next call with the same token go on.
/// </summary>
internal sealed class PreventedException() : Exception("A planned fault kept the request from being carried out.");
