namespace AppFlow.Fluent.Rules.Terms;

/// <summary>A place of the program that creates a value each time it runs. Sites are compared by identity.</summary>
/// <param name="kind">The kind of value.</param>
/// <param name="place">Its location, as the front end knows it; only for the front end.</param>
internal sealed class Site(SiteKind kind, object? place = null)
{
    public SiteKind Kind { get; } = kind;

    public object? Place { get; } = place;

    /// <summary>For a clock: its precision.</summary>
    public ClockGrain Grain { get; init; }

    /// <summary>For a send's task: whether its result is never null.</summary>
    public bool GivesNoNull { get; init; }

    /// <summary>Whether the value is an object that is never null.</summary>
    public bool IsNeverNull { get; init; }

    /// <summary>The value of the site's last run.</summary>
    public Root Value => new(this, 0);

    /// <inheritdoc/>
    public override string ToString() => Kind.ToString();
}
