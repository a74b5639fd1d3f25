namespace AppFlow.Fluent.Rules.Catalog.Messages;

/// <summary>
/// The messages of AFF0001, about a line of <c>IdempotencyTokens.txt</c>: what is wrong, its consequence, and what to write.
/// </summary>
internal static class TokenListMessages
{
    /// <summary>The line has the wrong form.</summary>
    public static string Malformed(string line) =>
        $"'{line}' is not a valid line of a token list, so it lists no token. Write P: and the documentation id of a property, or M: and that of a method or constructor, a space and the parameter's name.";

    /// <summary>The type exists, but has no such member.</summary>
    public static string NoMember(string id) =>
        $"The compilation has the type of '{id}' but no such member, so the line lists no token. Write the member's documentation id as the compiler does, with the types of all parameters.";

    /// <summary>The method exists, but has no such parameter.</summary>
    public static string NoParameter(string id, string parameter) =>
        $"'{id}' has no parameter named '{parameter}', so the line lists no token. Write the name of the parameter that takes the token.";
}
