namespace AppFlow.Fluent.Rules.Shapes;

/// <summary>A field of a kind of request.</summary>
/// <param name="name">Its name, as the program spells it.</param>
/// <param name="index">Its index among the fields of its shape.</param>
internal sealed class Field(string name, int index)
{
    public string Name { get; } = name;

    public int Index { get; } = index;

    public FieldRole Role { get; init; }

    /// <summary>Whether the service, or the library before it, refuses a request without it.</summary>
    public bool IsRequired { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
