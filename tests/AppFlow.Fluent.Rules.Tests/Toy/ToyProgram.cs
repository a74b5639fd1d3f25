using System.Text.RegularExpressions;
using AppFlow.Fluent.Rules.Flow;
using AppFlow.Fluent.Rules.Judges;
using AppFlow.Fluent.Rules.Shapes;
using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Tests.Toy;

/// <summary>
/// A toy program: one body, or several with a line of dashes between them. Expected findings are marked on the lines, after <c>#</c>:
/// <c>send r # AFF2002 Label</c> is a finding that names the field.
/// </summary>
internal sealed partial class ToyProgram
{
    private readonly List<FlowResult> _flows = [];
    private readonly string[] _lines;

    public ToyProgram(string text)
    {
        _lines = text.Split('\n');
        var first = 0;
        for (var i = 0; i <= _lines.Length; i++)
        {
            if (i == _lines.Length || _lines[i].StartsWith("---", StringComparison.Ordinal))
            {
                _flows.Add(FlowAnalysis.Run(ToyFrontEnd.Lower(_lines[first..i], first + 1), Implies, CancellationToken.None));
                first = i + 1;
            }
        }
    }

    /// <summary>The analysis result of each body.</summary>
    public IReadOnlyList<FlowResult> Flows => _flows;

    /// <summary>The expected findings, line by line.</summary>
    public IEnumerable<string> Expected => _lines
        .SelectMany((line, index) => Marks().Matches(line).Select(mark => $"{index + 1}: {mark.Value}"))
        .Order(StringComparer.Ordinal);

    /// <summary>The actual findings.</summary>
    public IEnumerable<string> Found => Findings().Select(found => $"{found.Place.Line}: {found.Id}").Distinct().Order(StringComparer.Ordinal);

    private static bool Implies(object type, object other) => type.Equals(other) || (type, other) is ("Cat", "Animal");

    // One place gets one rule for its token: the first of these that applies.
    private IEnumerable<(ToyPlace Place, string Id)> Findings()
    {
        var tokens = new Dictionary<ToyPlace, string>();
        foreach (var place in SharedConstants())
        {
            tokens.TryAdd(place, "AFF1001");
        }

        foreach (var finding in _flows.SelectMany(SharedTokenJudge.Judge))
        {
            tokens.TryAdd((ToyPlace)finding.Place, "AFF1002");
        }

        foreach (var finding in _flows.SelectMany(ClockTokenJudge.Judge))
        {
            tokens.TryAdd((ToyPlace)finding.Place, "AFF1005");
        }

        foreach (var finding in _flows.SelectMany(OperationIdJudge.Judge))
        {
            tokens.TryAdd((ToyPlace)finding.Place, "AFF1006");
        }

        foreach (var (place, _) in _flows.SelectMany(Constants))
        {
            tokens.TryAdd(place, "AFF1003");
        }

        return tokens.Select(token => (token.Key, token.Value))
            .Concat(_flows.SelectMany(RetryJudge.Judge).Select(finding => ((ToyPlace)finding.Place, "AFF1004")))
            .Concat(_flows.SelectMany(RequiredFieldsJudge.Judge).Select(finding => (
                (ToyPlace)finding.Place,
                (finding.IsNever ? "AFF2001 " : "AFF2002 ") + string.Join("+", finding.Fields.Select(field => field.Name)))));
    }

    // Places that give one constant to one operation, other than two of one body that send the same request.
    private IEnumerable<ToyPlace> SharedConstants()
    {
        var constants = _flows.SelectMany(flow => Constants(flow).Select(constant => (Flow: flow, constant.Place, constant.Facts))).ToList();
        return constants
            .Where(one => constants.Exists(other => one.Place != other.Place
                && Equals(TextOf(one.Facts), TextOf(other.Facts))
                && OperationsOf(one.Facts).Overlaps(OperationsOf(other.Facts))
                && !(one.Flow == other.Flow && RepeatedCallJudge.AreOneCall(one.Facts, other.Facts))))
            .Select(one => one.Place);
    }

    private static IEnumerable<(ToyPlace Place, PlaceFacts Facts)> Constants(FlowResult flow) => flow.Places
        .Where(place => place.Value.Set.Field.Role == FieldRole.Token && place.Value.Requests.Count > 0 && TextOf(place.Value) is not null)
        .Select(place => ((ToyPlace)place.Key, place.Value));

    private static string? TextOf(PlaceFacts facts)
    {
        var values = facts.Requests.Select(sent => (sent.Value as Constant)?.Value as string).Distinct().ToList();
        return values.Count == 1 ? values[0] : null;
    }

    private static HashSet<object> OperationsOf(PlaceFacts facts) => [.. facts.Requests.Select(sent => sent.Request.Shape.Operation)];

    [GeneratedRegex(@"(?<=#.*)AFF\d{4}( [A-Z][a-z]+(\+[A-Z][a-z]+)*)?")]
    private static partial Regex Marks();
}
