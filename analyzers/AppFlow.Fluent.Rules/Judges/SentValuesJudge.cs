using AppFlow.Fluent.Rules.Flow;

namespace AppFlow.Fluent.Rules.Judges;

/// <summary>
/// Finds the values of required fields that are sent, without values that are overwritten before or whose request is not sent here.
/// </summary>
internal static class SentValuesJudge
{
    /// <summary>The places that give sent values of required fields, each once.</summary>
    public static IEnumerable<SentValue> RequiredValues(FlowResult flow)
    {
        var found = new HashSet<object>();
        foreach (var request in flow.Sends.Values.Where(send => !send.Step.IsWrapper).SelectMany(send => send.States).Select(state => state.Request))
        {
            foreach (var value in request.Fields.Values)
            {
                if (value.Source is { Field.IsRequired: true, Place: { } place } && !value.IsUncertain && found.Add(place))
                {
                    yield return new SentValue(place, request.Shape, value.Source.Field);
                }
            }
        }
    }
}
