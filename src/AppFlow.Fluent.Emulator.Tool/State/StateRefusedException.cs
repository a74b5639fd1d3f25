namespace AppFlow.Fluent.Emulator.Tool.State;

/// <summary>The state file cannot be used, and was left unchanged.</summary>
internal sealed class StateRefusedException(string message) : Exception(message)
{
    public static StateRefusedException Damaged() => new("It is damaged.");
}
