namespace Fleet.Commands;

/// <summary>The program's exit codes.</summary>
internal static class ExitCodes
{
    /// <summary>The request is done.</summary>
    public const int Released = 0;

    /// <summary>A target failed, or something else did.</summary>
    public const int Failed = 1;

    /// <summary>An argument or the file of targets is wrong, and nothing was started.</summary>
    public const int WrongArguments = 2;

    /// <summary>Writes to stderr why the program ends, and returns <paramref name="exitCode"/>.</summary>
    public static int Fail(int exitCode, string message)
    {
        Console.Error.WriteLine(message);
        return exitCode;
    }
}
