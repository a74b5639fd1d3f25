namespace AppFlow.Fluent.Emulator.Tool;

/// <summary>The program's exit codes.</summary>
internal static class ExitCodes
{
    public const int Stopped = 0;
    public const int CannotStart = 1;
    public const int WrongArguments = 2;

    /// <summary>Writes to stderr, on one line, why the program ends, and returns <paramref name="exitCode"/>.</summary>
    public static int Fail(int exitCode, string message)
    {
        Console.Error.WriteLine(ErrorLine.Of($"appflow-emulator: {message}"));
        return exitCode;
    }
}
