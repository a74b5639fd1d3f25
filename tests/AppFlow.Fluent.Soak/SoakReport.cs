using System.Globalization;
using System.Text;
using AppFlow.Fluent.Emulator;

namespace AppFlow.Fluent.Soak;

/// <summary>What was asked for, held against what the service's ledger says.</summary>
internal sealed class SoakReport
{
    private readonly SoakOptions _options;
    private readonly IReadOnlyList<AskedCall> _asked;
    private readonly IReadOnlyList<LedgerEntry> _received;
    private readonly IReadOnlyList<LedgerEntry> _applied;
    private readonly int _firstRun;

    public SoakReport(
        SoakOptions options,
        IReadOnlyList<AskedCall> asked,
        IReadOnlyList<string> firstRun,
        IReadOnlyList<string> secondRun,
        IReadOnlyList<LedgerEntry> received,
        IReadOnlyList<LedgerEntry> applied,
        IReadOnlyDictionary<string, int> versions)
    {
        (_options, _asked, _received, _applied, _firstRun) = (options, asked, received, applied, firstRun.Count);

        var restarted = Enumerable.Range(0, options.RestartedCalls).ToDictionary(step => step, _ => (string?)null);
        foreach (var line in secondRun)
        {
            var (step, token) = Parse(line);
            restarted[step] = token;
        }

        var order = new Dictionary<string, int>();
        foreach (var (index, entry) in applied.Index())
        {
            if (!order.TryAdd(entry.ClientToken ?? "", index))
            {
                Duplicates++;
            }
        }

        OtherTokenAfterRestart = firstRun.Select(Parse).Count(line => restarted[line.Step] is { } again && again != line.Token);
        Lost = asked.Count(call => call.CanSucceed && !(call.Succeeded && order.ContainsKey(call.ClientToken!)))
            + restarted.Values.Count(token => token is null || !order.ContainsKey(token));
        SucceededThoughImpossible = asked.Count(call => !call.CanSucceed && call.Succeeded);
        WasStorm = Enum.GetValues<FaultKind>().All(kind => received.Any(entry => entry.Fault == kind))
            && asked.Any(call => call.CarriedOn > 0)
            && firstRun.Count == options.RestartedCalls / 2;
        AppliedThoughRefused = asked.Count(call =>
            call.ClientToken is { } token && order.TryGetValue(token, out var index) && (!call.CanSucceed || index < call.AppliedWhenRefused));

        var expected = asked.Where(call => call.CanSucceed).Select(call => call.ConnectorLabel)
            .Concat(restarted.Keys.Select(StepsCommand.LabelOf))
            .CountBy(label => label)
            .ToDictionary();
        WrongVersions = expected.Count(one => versions.GetValueOrDefault(one.Key) != one.Value) + versions.Keys.Except(expected.Keys).Count();
    }

    /// <summary>Changes that were applied a second time.</summary>
    public int Duplicates { get; }

    /// <summary>Calls that never succeeded, or succeeded without having been applied.</summary>
    public int Lost { get; }

    /// <summary>Changes that were applied before, or in spite of, the client's word that they were not.</summary>
    public int AppliedThoughRefused { get; }

    /// <summary>Steps whose token differed after the restart.</summary>
    public int OtherTokenAfterRestart { get; }

    /// <summary>Connectors whose version does not count the changes that were asked for.</summary>
    public int WrongVersions { get; }

    /// <summary>Calls that succeeded though the service must refuse them.</summary>
    public int SucceededThoughImpossible { get; }

    /// <summary>
    /// Whether there was anything to survive: each kind of fault, failures to carry on, and a process that was killed half-way. Without it
    /// the other numbers prove nothing.
    /// </summary>
    public bool WasStorm { get; }

    public bool IsClean => WasStorm
        && (Duplicates, Lost, AppliedThoughRefused, SucceededThoughImpossible, OtherTokenAfterRestart, WrongVersions) is (0, 0, 0, 0, 0, 0);

    /// <summary>The closing table, in Markdown.</summary>
    public override string ToString()
    {
        var table = new StringBuilder();
        table.AppendLine("| what | count |").AppendLine("| --- | ---: |");
        Row("calls asked for", _options.Calls);
        Row("of these refused by the service, as they must be", _asked.Count(call => !call.CanSucceed && !call.Succeeded));
        Row("of these in a process that was killed and started again", _options.RestartedCalls);
        Row("steps it had seen applied when it was killed", _firstRun);
        Row("failures that the client reported and the caller carried on with their token", _asked.Sum(call => call.CarriedOn));
        Row("attempts received", _received.Count);
        foreach (var kind in Enum.GetValues<FaultKind>())
        {
            Row($"faulted: {kind}", _received.Count(entry => entry.Fault == kind));
        }

        Row("answered with the first answer again", _received.Count(entry => entry.Outcome == LedgerOutcome.Replayed));
        Row("**applied**", _applied.Count);
        Row("**duplicates**", Duplicates);
        Row("**lost**", Lost);
        Row("**applied though reported refused**", AppliedThoughRefused);
        Row("**succeeded though impossible**", SucceededThoughImpossible);
        Row("**another token after the restart**", OtherTokenAfterRestart);
        Row("**connectors whose version does not count their changes**", WrongVersions);
        return table.ToString();

        void Row(string what, int count) => table.AppendLine(CultureInfo.InvariantCulture, $"| {what} | {count:N0} |");
    }

    private static (int Step, string Token) Parse(string line) => line.Split(' ') is [var step, var token]
        ? (int.Parse(step, CultureInfo.InvariantCulture), token)
        : throw new FormatException($"The restarted process wrote '{line}'.");
}
