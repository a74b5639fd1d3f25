namespace AppFlow.Fluent.Analyzers.TokenIndex;

/// <summary>
/// Under which words a tree's calls are found again: the name of the method or the created type, or one of these where the syntax
/// names neither.
/// </summary>
internal static class SiteKeys
{
    /// <summary><c>new("x")</c>.</summary>
    public const string ImplicitCreation = "new()";

    /// <summary><c>: base("x")</c> and <c>: this("x")</c>.</summary>
    public const string ConstructorInitializer = ": base()";

    /// <summary><c>this["x"]</c>.</summary>
    public const string Indexer = "[]";

    /// <summary><c>Get()("x")</c>: the value of an expression is called.</summary>
    public const string UnnamedCall = "()";

    /// <summary><c>x("x")</c>, where x is a local or parameter.</summary>
    public const string LocalCall = "local()";

    public const string Invoke = "Invoke";

    private const string AssignmentMark = "=";

    /// <summary>An assignment to a property of that name.</summary>
    public static string Assignment(string property) => property + AssignmentMark;

    /// <summary>The property whose assignments the key stands for; null for any other key.</summary>
    public static string? AssignedProperty(string key) =>
        key.EndsWith(AssignmentMark, StringComparison.Ordinal) ? key.Substring(0, key.Length - AssignmentMark.Length) : null;
}
