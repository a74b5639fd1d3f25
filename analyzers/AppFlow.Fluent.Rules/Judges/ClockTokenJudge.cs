using AppFlow.Fluent.Rules.Flow;
using AppFlow.Fluent.Rules.Shapes;
using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Judges;

/// <summary>
/// Judges AFF1005: a token in which, apart from constants and the request's own fields, only a clock of a second, a minute or an hour
/// varies.
/// </summary>
internal static class ClockTokenJudge
{
    /// <summary>The places that give such a token.</summary>
    public static IEnumerable<PlaceFinding> Judge(FlowResult flow) => flow.Places
        .Where(place => place.Value.Set.Field.Role == FieldRole.Token
            && place.Value.Requests.Count > 0
            && place.Value.Requests.All(sent => sent.Value is not null && IsCoarseClock(sent.Value, sent.Request)))
        .Select(place => new PlaceFinding(place.Key, place.Value.Requests.First().Request.Shape));

    private static bool IsCoarseClock(Term token, RequestState request)
    {
        var clocks = ReadClocks.Of(token);
        return clocks.Grains.Contains(ClockGrain.Coarse)
            && !clocks.Grains.Contains(ClockGrain.Fine)
            && clocks.Others.All(part => part is Constant || IsOfField(part, request));
    }

    private static bool IsOfField(Term leaf, RequestState request) =>
        request.Fields.Values.Any(value => value.Source.Field.Role == FieldRole.Content && value.Value?.Contains(leaf.Equals) == true);
}
