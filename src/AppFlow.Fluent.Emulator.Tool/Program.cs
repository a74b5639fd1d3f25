using System.CommandLine.Invocation;

namespace AppFlow.Fluent.Emulator.Tool;

/// <summary>The program <c>appflow-emulator</c>: an <see cref="AppFlowEmulator"/> that runs until it is told to stop.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        var arguments = new EmulatorCommand().Parse(args);
        if (arguments.Action is not ParseErrorAction)
        {
            return await arguments.InvokeAsync().ConfigureAwait(false);
        }

        return ExitCodes.Fail(ExitCodes.WrongArguments, string.Join(" ", arguments.Errors.Select(error => error.Message)));
    }
}
