namespace AppFlow.Fluent.Requests;

/// <summary>The check that runs before a request is sent.</summary>
internal static class RequiredFields
{
    /// <param name="operation">The operation's name.</param>
    /// <param name="fields">Each required field: its JSON name, the method that sets it, and whether it is set.</param>
    /// <exception cref="InvalidOperationException">At least one field was never set; the message names all of them.</exception>
    public static void Check(string operation, params ReadOnlySpan<(string Field, string SetBy, bool IsSet)> fields)
    {
        List<string>? missing = null;
        foreach (var (field, setBy, isSet) in fields)
        {
            if (!isSet)
            {
                (missing ??= []).Add($"{field} (call {setBy})");
            }
        }

        if (missing is not null)
        {
            throw new InvalidOperationException(
                $"{operation} cannot be sent: it requires {string.Join(" and ", missing)}, which {(missing.Count == 1 ? "was" : "were")} never set. Nothing was sent.");
        }
    }
}
