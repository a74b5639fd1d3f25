namespace AppFlow.Fluent.Rules.Terms;

/// <summary>A place of the program that makes a value each time that it runs. Sites are told apart by identity.</summary>
/// <param name="kind">What it makes.</param>
/// <param name="place">Where it is, as the front end knows it; for the front end alone.</param>
internal sealed class Site(SiteKind kind, object? place = null)
{
    public SiteKind Kind { get; } = kind;

    public object? Place { get; } = place;

    /// <summary>For a clock: how fine it is read.</summary>
    public ClockGrain Grain { get; init; }

    /// <summary>For a send's task: whether what it ends with is never null.</summary>
    public bool GivesNoNull { get; init; }

    /// <summary>Whether what the place makes is an object and never null.</summary>
    public bool IsNeverNull { get; init; }

    /// <summary>The value that the site made when it ran last.</summary>
    public Root Value => new(this, 0);

    /// <inheritdoc/>
    public override string ToString() => Kind.ToString();
}
