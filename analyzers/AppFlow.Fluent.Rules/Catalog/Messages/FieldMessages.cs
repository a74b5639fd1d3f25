namespace AppFlow.Fluent.Rules.Catalog.Messages;

/// <summary>The messages of the rules about fields and their values: what is wrong, its consequence, and the call to make.</summary>
/// <param name="calls">How the language writes calls.</param>
internal sealed class FieldMessages(CallStyle calls)
{
    public static FieldMessages CSharp { get; } = new(CallStyle.CSharp);

    public static FieldMessages FSharp { get; } = new(CallStyle.FSharp);

    /// <summary>AFF2001 (<paramref name="onSomePath"/> false) and AFF2002 (true).</summary>
    /// <param name="request">The request's display name.</param>
    /// <param name="missing">The fields that are missing, at least one.</param>
    /// <param name="onSomePath">Whether only some paths leave them out.</param>
    /// <param name="origin">The kind of request.</param>
    /// <param name="send">The name of the call that sends it.</param>
    public string Missing(string request, IReadOnlyList<MissingField> missing, bool onSomePath, RequestOrigin origin, string send)
    {
        var it = missing.Count == 1 ? "it" : "them";
        var fault = $"{request} requires {All(missing.Select(field => field.Name))}, which {(onSomePath ? "some path to this call does not set" : "no path to this call sets")}";
        var consequence = origin switch
        {
            RequestOrigin.AppFlow => $"{(onSomePath ? "on that path " : "")}{send} throws an InvalidOperationException before anything is sent",
            RequestOrigin.AwsSdk => $"{(onSomePath ? "on that path " : "")}the service refuses the request",
            _ => $"{(onSomePath ? "on that path " : "")}the request is sent without {it}",
        };
        var remedies = missing.Select(field => field.Remedy(calls)).ToList();
        return $"{fault}: {consequence}. {(origin == RequestOrigin.AwsSdk ? $"Set {All(missing.Select(field => field.Name))}." : Sentence(remedies))}";
    }

    /// <summary>AFF2003.</summary>
    /// <param name="field">The field, or the part of one.</param>
    /// <param name="blankness"><c>null</c>, <c>empty</c> or <c>blank</c>.</param>
    /// <param name="origin">The kind of request.</param>
    /// <param name="method">The method that gets the value; null if a property is set.</param>
    public string Blank(string field, string blankness, RequestOrigin origin, string? method) =>
        $"{field} is required and must not be {blankness}: {(origin == RequestOrigin.AppFlow ? "the service would refuse it, so the call throws an ArgumentException" : "a request without a value for it is refused")}. {(method is null ? $"Set {field} to a value" : $"Call {calls.With(method)} with a value")}.";

    /// <summary>AFF3001.</summary>
    /// <param name="field">The field, or the part of one.</param>
    /// <param name="fault">What is wrong, as the rest of a sentence, from <c>ValueConstraints</c>.</param>
    /// <param name="origin">The kind of request.</param>
    /// <param name="method">The method that gets the value; null if a property is set.</param>
    public string Refused(string field, string fault, RequestOrigin origin, string? method) =>
        $"{field} {fault}: {(origin == RequestOrigin.AppFlow ? "the service would refuse it, so the call throws an ArgumentException" : "the rules on the property refuse the value")}. {(method is null ? $"Set {field} to another value" : $"Call {calls.With(method)} with another value")}.";

    // "and" joins the fields, "or" the ways to set one of them, so the two never share a list.
    private static string Sentence(List<string> remedies)
    {
        var text = remedies.Count == 1 ? remedies[0] : string.Join("; ", remedies.Take(remedies.Count - 1)) + "; and " + remedies[remedies.Count - 1];
        return char.ToUpperInvariant(text[0]) + text.Substring(1) + ".";
    }

    private static string All(IEnumerable<string> names)
    {
        var list = names.ToList();
        return list.Count == 1 ? list[0] : string.Join(", ", list.Take(list.Count - 1)) + " and " + list[list.Count - 1];
    }
}
