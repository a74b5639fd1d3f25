using System.Globalization;
using System.Text;
using AppFlow.Fluent.Emulator;

namespace AppFlow.Fluent.Soak;

/// <summary>The results of a soak.</summary>
internal sealed class SoakReport
{
    private readonly SoakOptions _options;
    private readonly SoakBooks _books;
    private readonly int _firstRun;
    private readonly long _applied;

    /// <summary>Closes the books.</summary>
    /// <param name="options">The options of the soak.</param>
    /// <param name="books">The books, in which all calls except those of the restarted process are settled.</param>
    /// <param name="firstRun">The output of the process before it was killed: a step and its token on each line.</param>
    /// <param name="secondRun">Its output after the restart.</param>
    /// <param name="versions">The version of each connector.</param>
    /// <param name="applied">How many changes the versions count.</param>
    public SoakReport(
        SoakOptions options,
        SoakBooks books,
        IReadOnlyList<string> firstRun,
        IReadOnlyList<string> secondRun,
        IReadOnlyDictionary<string, int> versions,
        long applied = long.MaxValue)
    {
        (_options, _books, _firstRun, _applied) = (options, books, firstRun.Count, Math.Min(applied, books.Applied));
        var restarted = new string?[options.RestartedCalls];
        foreach (var (step, token) in secondRun.Select(Parse))
        {
            restarted[step] = token;
        }

        TokenChangedAfterRestart = firstRun.Select(Parse).Count(line => restarted[line.Step] is { } again && again != line.Token);
        foreach (var (step, token) in restarted.Index())
        {
            books.SettleStep(StepsCommand.LabelOf(step), token);
        }

        WrongVersions = books.WrongVersions(versions, applied);
        WasStorm = Enum.GetValues<FaultKind>().All(kind => books.Faulted(kind) > 0)
            && books.Continued > 0
            && firstRun.Count == options.RestartedCalls / 2;
    }

    /// <summary>Judges complete lists of calls and ledger entries.</summary>
    public SoakReport(
        SoakOptions options,
        IReadOnlyList<RequestedCall> asked,
        IReadOnlyList<string> firstRun,
        IReadOnlyList<string> secondRun,
        IReadOnlyList<LedgerEntry> received,
        IReadOnlyList<LedgerEntry> applied,
        IReadOnlyDictionary<string, int> versions)
        : this(options, Books(asked, received, applied), firstRun, secondRun, versions)
    {
    }

    public int Duplicates => _books.Duplicates;

    public int Lost => _books.Lost;

    public int AppliedAlthoughRefused => _books.AppliedAlthoughRefused;

    public int SucceededAlthoughImpossible => _books.SucceededAlthoughImpossible;

    /// <summary>Steps whose token differed after the restart.</summary>
    public int TokenChangedAfterRestart { get; }

    /// <summary>Connectors whose version differs from the number of requested changes.</summary>
    public int WrongVersions { get; }

    /// <summary>
    /// Whether the soak met everything it must survive: each kind of fault, failures to continue, a process killed half-way, and what the
    /// storm adds. Otherwise the other numbers prove nothing.
    /// </summary>
    public bool WasStorm
    {
        get => field && (_options.Storm == SoakStorm.Faults || Added > 0);
        private init;
    }

    /// <summary>How often the storm's addition happened: hidden sends of a handler, or sleeps of the machine.</summary>
    public int Added { get; init; }

    /// <summary>How long the calls took.</summary>
    public TimeSpan Duration { get; init; }

    public bool IsClean => WasStorm
        && (Duplicates, Lost, AppliedAlthoughRefused, SucceededAlthoughImpossible, TokenChangedAfterRestart, WrongVersions) is (0, 0, 0, 0, 0, 0);

    /// <summary>The closing table, in Markdown.</summary>
    public override string ToString()
    {
        var table = new StringBuilder();
        table.AppendLine("| what | count |").AppendLine("| --- | ---: |");
        Row("calls requested", _books.Judged);
        Row("of these refused by the service, as they must be", _books.Refused);
        Row("of these in a process that was killed and started again", _options.RestartedCalls);
        Row("steps it had seen applied when it was killed", _firstRun);
        Row("failures that the caller continued with their token", _books.Continued);
        if (_options.Storm == SoakStorm.RetryingHandler)
        {
            Row("sends of a handler below the client that the client does not know about", Added);
        }
        else if (_options.Storm == SoakStorm.ClockJumps)
        {
            Row("times the machine slept for hours", Added);
            Row("calls with an unknown outcome, because their token was too old to continue", _books.Abandoned);
        }

        Row("attempts received", _books.Received);
        foreach (var kind in Enum.GetValues<FaultKind>())
        {
            Row($"faulted: {kind}", _books.Faulted(kind));
        }

        Row("answered again with the first answer", _books.Replayed);
        Row("**applied**", _applied);
        Row("**duplicates**", Duplicates);
        Row("**lost**", Lost);
        Row("**applied although reported as refused**", AppliedAlthoughRefused);
        Row("**succeeded although impossible**", SucceededAlthoughImpossible);
        Row("**another token after the restart**", TokenChangedAfterRestart);
        Row("**connectors whose version differs from their changes**", WrongVersions);
        if (Duration > TimeSpan.Zero)
        {
            Row("calls per second", (long)(_books.Judged / Duration.TotalSeconds));
            Row("peak memory, client and service in one process, in MB", Peak.Megabytes());
        }

        return table.ToString();

        void Row(string what, long count) => table.AppendLine(CultureInfo.InvariantCulture, $"| {what} | {count:N0} |");
    }

    private static SoakBooks Books(IReadOnlyList<RequestedCall> asked, IReadOnlyList<LedgerEntry> received, IReadOnlyList<LedgerEntry> applied)
    {
        var books = new SoakBooks();
        foreach (var entry in received)
        {
            books.OnReceived(entry);
        }

        foreach (var entry in applied)
        {
            books.OnApplied(entry);
        }

        books.Settle(asked);
        return books;
    }

    private static (int Step, string Token) Parse(string line) => line.Split(' ') is [var step, var token]
        ? (int.Parse(step, CultureInfo.InvariantCulture), token)
        : throw new FormatException($"The restarted process wrote '{line}'.");
}
