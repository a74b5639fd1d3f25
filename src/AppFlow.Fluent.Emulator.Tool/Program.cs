using System.CommandLine;
using System.CommandLine.Invocation;

namespace AppFlow.Fluent.Emulator.Tool;

/// <summary>The program <c>appflow-emulator</c>: an <see cref="AppFlowEmulator"/> that runs until it is told to stop.</summary>
internal static class Program
{
    // Arguments are taken as they are: a secret that begins with @ names no file.
    private static readonly ParserConfiguration WithoutResponseFiles = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    private static readonly InvocationConfiguration WithOwnErrorHandling = new() { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false };

    private static async Task<int> Main(string[] args)
    {
        using var signals = new StopSignals();
        if (args is [['[', ..], ..])
        {
            // The parser would treat it as a directive and ignore it.
            return ExitCodes.Fail(ExitCodes.WrongArguments, $"Unrecognized command or argument '{args[0]}'.");
        }

        var arguments = new EmulatorCommand(signals.Stopping).Parse(args, WithoutResponseFiles);
        if (arguments.Action is ParseErrorAction)
        {
            return ExitCodes.Fail(ExitCodes.WrongArguments, string.Join(" ", arguments.Errors.Select(error => error.Message)));
        }

        try
        {
            return await arguments.InvokeAsync(WithOwnErrorHandling).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whoever runs a program reads a line, not a stack trace.
        catch (Exception defect)
#pragma warning restore CA1031
        {
            return ExitCodes.Fail(ExitCodes.CannotStart, $"Unexpected error: {defect.Message}");
        }
    }
}
