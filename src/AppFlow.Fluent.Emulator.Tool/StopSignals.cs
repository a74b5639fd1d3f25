using System.Runtime.InteropServices;

namespace AppFlow.Fluent.Emulator.Tool;

/// <summary>
/// Ctrl+C and SIGTERM as a cancellation, from construction on: a caller that stops the program as soon as it prints its line must find it
/// handling signals. System.CommandLine starts to handle them only after the command has started to run.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    // SIGXFSZ, which .NET does not name, of Linux and macOS.
    private const int FileTooLarge = 25;

    private readonly CancellationTokenSource _stopping = new();
    private readonly PosixSignalRegistration[] _registrations;

    public StopSignals() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop),

        // A file that may not grow further would end the program. Ignored, it is a write that fails, which the change is answered with.
        .. OperatingSystem.IsWindows() ? [] : new[] { PosixSignalRegistration.Create((PosixSignal)FileTooLarge, signal => signal.Cancel = true) },
    ];

    public CancellationToken Stopping => _stopping.Token;

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _stopping.Dispose();
    }

    private void Stop(PosixSignalContext signal)
    {
        // The program ends by itself, with its own exit code.
        signal.Cancel = true;
        _stopping.Cancel();
    }
}
