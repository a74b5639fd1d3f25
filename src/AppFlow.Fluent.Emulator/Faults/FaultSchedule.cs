namespace AppFlow.Fluent.Emulator.Faults;

/// <summary>The plan in force and its counters. Thread-safe.</summary>
internal sealed class FaultSchedule
{
    private readonly Lock _sync = new();
    private FaultPlan _plan = FaultPlan.None;
    private RuleProgress[] _rules = [];

    public FaultSchedule(FaultPlan plan) => Plan = plan;

    /// <summary>The plan. Setting it, even to an equal plan, resets all counters.</summary>
    public FaultPlan Plan
    {
        get
        {
            lock (_sync)
            {
                return _plan;
            }
        }

        set
        {
            lock (_sync)
            {
                _plan = value;
                _rules = [.. value.Rules.Select((rule, index) => new RuleProgress(rule, value.Seed, index))];
            }
        }
    }

    /// <summary>Decides the faults of a request. Every rule that matches it counts it.</summary>
    public PlannedFaults Next(string operation, string? connectorLabel)
    {
        var faults = PlannedFaults.None;
        lock (_sync)
        {
            foreach (var rule in _rules)
            {
                if (rule.Next(operation, connectorLabel))
                {
                    faults = faults.With(rule.Rule);
                }
            }
        }

        return faults;
    }
}
