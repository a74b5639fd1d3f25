namespace AppFlow.Fluent.Emulator.Tool;

/// <summary>How the program ends.</summary>
internal static class ExitCodes
{
    public const int Stopped = 0;
    public const int CannotStart = 1;
    public const int WrongArguments = 2;

    /// <summary>Says on one line of stderr why the program ends, and gives <paramref name="exitCode"/> back.</summary>
    public static int Fail(int exitCode, string message)
    {
        Console.Error.WriteLine(ErrorLine.Of($"appflow-emulator: {message}"));
        return exitCode;
    }
}
