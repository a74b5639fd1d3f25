namespace AppFlow.Fluent.Rules.Catalog.Messages;

/// <summary>The messages of AFF0001, about a line of <c>IdempotencyTokens.txt</c>: what is wrong, what it means, what to write.</summary>
internal static class TokenListMessages
{
    /// <summary>The line has another form than a list's lines have.</summary>
    public static string Malformed(string line) =>
        $"'{line}' is no line of a list of tokens, so no token is listed by it. Write P: and the documentation id of a property, or M: and that of a method or constructor, a space and the parameter's name.";

    /// <summary>The type is there, and has no such member.</summary>
    public static string NoMember(string id) =>
        $"The compilation has the type of '{id}' but no such member, so no token is listed by it. Write the member's documentation id as the compiler does, with the types of all parameters.";

    /// <summary>The method is there, and has no such parameter.</summary>
    public static string NoParameter(string id, string parameter) =>
        $"'{id}' has no parameter named '{parameter}', so no token is listed by it. Write the name of the parameter that takes the token.";
}
