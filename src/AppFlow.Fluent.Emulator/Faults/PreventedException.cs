namespace AppFlow.Fluent.Emulator.Faults;

/// <summary>
/// A planned fault prevented a request. It is an exception because a failed call records nothing and frees its token for the next call.
/// </summary>
internal sealed class PreventedException() : Exception("A planned fault prevented the request.");
