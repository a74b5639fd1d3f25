namespace Fleet.Targets;

/// <summary>A file of targets cannot be used. The message has a line for each mistake, with its position.</summary>
internal sealed class TargetFileException(IReadOnlyList<string> faults) : Exception(string.Join(Environment.NewLine, faults))
{
    public IReadOnlyList<string> Faults => faults;
}
