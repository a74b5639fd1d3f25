using AppFlow.Fluent.Rules.Flow;

namespace AppFlow.Fluent.Rules.Judges;

/// <summary>Finds the values of required fields that are sent: a value that is overwritten before, or whose request goes elsewhere, is none.</summary>
internal static class SentValuesJudge
{
    /// <summary>The places that give required fields what is sent, each once.</summary>
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
