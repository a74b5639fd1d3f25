namespace Fleet.Commands;

/// <summary>How the program ends.</summary>
internal static class ExitCodes
{
    /// <summary>What was asked for is done.</summary>
    public const int Released = 0;

    /// <summary>A target failed, or something else did.</summary>
    public const int Failed = 1;

    /// <summary>An argument or the file of targets is wrong, and nothing was begun.</summary>
    public const int WrongArguments = 2;

    /// <summary>Says on stderr why the program ends, and gives <paramref name="exitCode"/> back.</summary>
    public static int Fail(int exitCode, string message)
    {
        Console.Error.WriteLine(message);
        return exitCode;
    }
}
