namespace AppFlow.Fluent.Analyzers.TokenIndex;

/// <summary>
/// The words that identify a tree's calls: the name of the method or the created type, or one of these if the syntax has neither.
/// </summary>
internal static class SiteKeys
{
    /// <summary><c>new("x")</c>.</summary>
    public const string ImplicitCreation = "new()";

    /// <summary><c>: base("x")</c> and <c>: this("x")</c>.</summary>
    public const string ConstructorInitializer = ": base()";

    /// <summary><c>this["x"]</c>.</summary>
    public const string Indexer = "[]";

    /// <summary><c>Get()("x")</c>: a call of the value of an expression.</summary>
    public const string UnnamedCall = "()";

    /// <summary><c>x("x")</c>, where x is a local or parameter.</summary>
    public const string LocalCall = "local()";

    public const string Invoke = "Invoke";

    private const string AssignmentMark = "=";

    /// <summary>An assignment to a property with that name.</summary>
    public static string Assignment(string property) => property + AssignmentMark;

    /// <summary>The property of an assignment key; null for any other key.</summary>
    public static string? AssignedProperty(string key) =>
        key.EndsWith(AssignmentMark, StringComparison.Ordinal) ? key.Substring(0, key.Length - AssignmentMark.Length) : null;
}
