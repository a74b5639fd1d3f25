using System.Globalization;
using System.Text;
using AppFlow.Fluent.Emulator;

namespace AppFlow.Fluent.Soak;

/// <summary>What a soak has found.</summary>
internal sealed class SoakReport
{
    private readonly SoakOptions _options;
    private readonly SoakBooks _books;
    private readonly int _firstRun;
    private readonly long _applied;

    /// <summary>Closes the books.</summary>
    /// <param name="options">What was to be done.</param>
    /// <param name="books">The books, in which all calls but the restarted process's are settled.</param>
    /// <param name="firstRun">What the process told before it was killed: a step and its token on each line.</param>
    /// <param name="secondRun">What it told when it was started again.</param>
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

        OtherTokenAfterRestart = firstRun.Select(Parse).Count(line => restarted[line.Step] is { } again && again != line.Token);
        foreach (var (step, token) in restarted.Index())
        {
            books.SettleStep(StepsCommand.LabelOf(step), token);
        }

        WrongVersions = books.WrongVersions(versions, applied);
        WasStorm = Enum.GetValues<FaultKind>().All(kind => books.Faulted(kind) > 0)
            && books.CarriedOn > 0
            && firstRun.Count == options.RestartedCalls / 2;
    }

    /// <summary>Judges calls and ledgers that are known whole.</summary>
    public SoakReport(
        SoakOptions options,
        IReadOnlyList<AskedCall> asked,
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

    public int AppliedThoughRefused => _books.AppliedThoughRefused;

    public int SucceededThoughImpossible => _books.SucceededThoughImpossible;

    /// <summary>Steps whose token differed after the restart.</summary>
    public int OtherTokenAfterRestart { get; }

    /// <summary>Connectors whose version does not count the changes that were asked for.</summary>
    public int WrongVersions { get; }

    /// <summary>
    /// Whether there was anything to survive: each kind of fault, failures to carry on, a process that was killed half-way, and what the storm
    /// adds. Without it the other numbers prove nothing.
    /// </summary>
    public bool WasStorm
    {
        get => field && (_options.Storm == SoakStorm.Faults || Added > 0);
        private init;
    }

    /// <summary>How often the storm did what it adds: sends that a handler hid, or sleeps of the machine.</summary>
    public int Added { get; init; }

    /// <summary>How long the calls took.</summary>
    public TimeSpan Duration { get; init; }

    public bool IsClean => WasStorm
        && (Duplicates, Lost, AppliedThoughRefused, SucceededThoughImpossible, OtherTokenAfterRestart, WrongVersions) is (0, 0, 0, 0, 0, 0);

    /// <summary>The closing table, in Markdown.</summary>
    public override string ToString()
    {
        var table = new StringBuilder();
        table.AppendLine("| what | count |").AppendLine("| --- | ---: |");
        Row("calls asked for", _books.Judged);
        Row("of these refused by the service, as they must be", _books.Refused);
        Row("of these in a process that was killed and started again", _options.RestartedCalls);
        Row("steps it had seen applied when it was killed", _firstRun);
        Row("failures that the client reported and the caller carried on with their token", _books.CarriedOn);
        if (_options.Storm == SoakStorm.RetryingHandler)
        {
            Row("sends of a handler beneath the client that it was told nothing of", Added);
        }
        else if (_options.Storm == SoakStorm.ClockJumps)
        {
            Row("times the machine slept for hours", Added);
            Row("calls left open, because their token was too old to carry them on", _books.LeftOpen);
        }

        Row("attempts received", _books.Received);
        foreach (var kind in Enum.GetValues<FaultKind>())
        {
            Row($"faulted: {kind}", _books.Faulted(kind));
        }

        Row("answered with the first answer again", _books.Replayed);
        Row("**applied**", _applied);
        Row("**duplicates**", Duplicates);
        Row("**lost**", Lost);
        Row("**applied though reported refused**", AppliedThoughRefused);
        Row("**succeeded though impossible**", SucceededThoughImpossible);
        Row("**another token after the restart**", OtherTokenAfterRestart);
        Row("**connectors whose version does not count their changes**", WrongVersions);
        if (Duration > TimeSpan.Zero)
        {
            Row("calls a second", (long)(_books.Judged / Duration.TotalSeconds));
            Row("memory at its peak, client and service in one process, in MB", Peak.Megabytes());
        }

        return table.ToString();

        void Row(string what, long count) => table.AppendLine(CultureInfo.InvariantCulture, $"| {what} | {count:N0} |");
    }

    private static SoakBooks Books(IReadOnlyList<AskedCall> asked, IReadOnlyList<LedgerEntry> received, IReadOnlyList<LedgerEntry> applied)
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
