using System.CommandLine;
using System.CommandLine.Invocation;

namespace AppFlow.Fluent.Emulator.Tool;

/// <summary>The program <c>appflow-emulator</c>: an <see cref="AppFlowEmulator"/> that runs until it is told to stop.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        using var signals = new StopSignals();
        var arguments = new EmulatorCommand(signals.Stopping).Parse(args);
        if (arguments.Action is not ParseErrorAction)
        {
            return await arguments.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null }).ConfigureAwait(false);
        }

        return ExitCodes.Fail(ExitCodes.WrongArguments, string.Join(" ", arguments.Errors.Select(error => error.Message)));
    }
}
