namespace Fleet.Targets;

/// <summary>A file of targets that cannot be used: a line for each fault, with where it stands.</summary>
internal sealed class TargetFileException(IReadOnlyList<string> faults) : Exception(string.Join(Environment.NewLine, faults))
{
    public IReadOnlyList<string> Faults => faults;
}
