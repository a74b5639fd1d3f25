namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>The names that methods of requests have by convention.</summary>
internal static class RequestNames
{
    private const string With = "With";

    public static bool IsWith(string name) => name.Length > With.Length && name.StartsWith(With, StringComparison.Ordinal) && !char.IsLower(name[With.Length]);

    /// <summary>The field part of a <c>With…</c> method's name.</summary>
    public static string AfterWith(string name) => name.Substring(With.Length);

    /// <summary>The names of the methods that send, the preferred one first.</summary>
    public static IReadOnlyList<string> Sends { get; } = ["SendAsync", "Send"];

    public static bool IsSend(string name) => name is "SendAsync" or "Send";

    public static bool IsEnumerate(string name) => name == "EnumerateAsync";
}
