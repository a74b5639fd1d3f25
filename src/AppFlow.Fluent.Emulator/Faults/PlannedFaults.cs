namespace AppFlow.Fluent.Emulator.Faults;

/// <summary>The faults of one request: at most one delay, one skewed date and one spoiler, a fault that replaces its answer.</summary>
internal sealed record PlannedFaults
{
    public static PlannedFaults None { get; } = new();

    /// <summary>How long it waits before it is applied.</summary>
    public TimeSpan? Delay { get; private init; }

    /// <summary>The time added to the answer's date.</summary>
    public TimeSpan? DateSkew { get; private init; }

    /// <summary>The fault that replaces the service's answer.</summary>
    public FaultRule? Spoiler { get; private init; }

    /// <summary>Whether the spoiler also prevents the service from applying the request.</summary>
    public bool PreventApplying => Spoiler?.Kind is FaultKind.DropBeforeApplying or FaultKind.ErrorBeforeApplying;

    /// <summary>The fault to record for a request without a spoiler.</summary>
    public FaultKind? NonSpoilingKind => Delay is not null ? FaultKind.Delay : DateSkew is not null ? FaultKind.SkewedDate : null;

    /// <summary>Adds a rule that hits, unless an earlier rule of the same sort did.</summary>
    public PlannedFaults With(FaultRule rule) => rule.Kind switch
    {
        FaultKind.Delay => this with { Delay = Delay ?? rule.Delay },
        FaultKind.SkewedDate => this with { DateSkew = DateSkew ?? rule.DateSkew },
        _ => this with { Spoiler = Spoiler ?? rule },
    };
}
