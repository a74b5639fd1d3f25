namespace AppFlow.Fluent.Rules.Shapes;

/// <summary>One class of failures: a type of exception, with its bases.</summary>
/// <param name="names">The full names of the type and of its bases.</param>
/// <param name="isRefusal">Whether it proves that nothing was or will be applied.</param>
/// <param name="isOpen">Whether derived types may be thrown.</param>
internal sealed class FailureClass(string[] names, bool isRefusal, bool isOpen)
{
    public string FullName => names[0];

    public bool IsRefusal { get; } = isRefusal;

    /// <summary>Whether each failure of this class is of the type.</summary>
    public bool Must(ExceptionType type)
    {
        foreach (var name in names)
        {
            if (type.IsNamed(name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a failure of this class may be of the type.</summary>
    public bool May(ExceptionType type) => Must(type) || (isOpen && type.DerivesFrom(FullName));

    /// <summary>Whether it has this error code, with or without the suffix of the type's name.</summary>
    public bool HasCode(string code) =>
        FullName.StartsWith("AppFlow.Fluent.", StringComparison.Ordinal)
        && (FullName.EndsWith("." + code, StringComparison.Ordinal) || FullName.EndsWith("." + code + "Exception", StringComparison.Ordinal));
}
