namespace AppFlow.Fluent.Emulator.Faults;

/// <summary>What a plan does to one request: at most one delay, one skewed date and one fault that spoils it.</summary>
internal sealed record PlannedFaults
{
    public static PlannedFaults None { get; } = new();

    /// <summary>How long it waits before it is applied.</summary>
    public TimeSpan? Delay { get; private init; }

    /// <summary>What is added to its answer's date.</summary>
    public TimeSpan? DateSkew { get; private init; }

    /// <summary>The fault that keeps the caller from the service's answer.</summary>
    public FaultRule? Spoiler { get; private init; }

    /// <summary>Whether the spoiler keeps the service from carrying the request out too.</summary>
    public bool PreventApplying => Spoiler?.Kind is FaultKind.DropBeforeApplying or FaultKind.ErrorBeforeApplying;

    /// <summary>The fault to tell of a request that was not spoiled.</summary>
    public FaultKind? KindUnlessSpoiled => Delay is not null ? FaultKind.Delay : DateSkew is not null ? FaultKind.SkewedDate : null;

    /// <summary>Takes a rule that hits, unless an earlier one of its sort already did.</summary>
    public PlannedFaults With(FaultRule rule) => rule.Kind switch
    {
        FaultKind.Delay => this with { Delay = Delay ?? rule.Delay },
        FaultKind.SkewedDate => this with { DateSkew = DateSkew ?? rule.DateSkew },
        _ => this with { Spoiler = Spoiler ?? rule },
    };
}
