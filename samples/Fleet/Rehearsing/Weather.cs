using AppFlow.Fluent.Emulator;

namespace Fleet.Rehearsing;

/// <summary>The faults of a rehearsal: about one of six requests meets one, and every update takes its time.</summary>
internal static class Weather
{
    private const string Update = "UpdateConnectorRegistration";

    /// <param name="seed">The faults' seed.</param>
    /// <param name="latency">How long an update takes.</param>
    /// <param name="refused">The label of a connector that nobody may update, if there is one.</param>
    public static FaultPlan Plan(int seed, TimeSpan latency, string? refused) => new()
    {
        Seed = seed,
        Rules =
        [
            .. refused is null ? [] : (FaultRule[])
            [
                new FaultRule
                {
                    Kind = FaultKind.ErrorBeforeApplying,
                    StatusCode = 403,
                    ErrorCode = "AccessDeniedException",
                    Message = "Not authorized to perform appflow:UpdateConnectorRegistration",
                    Operation = Update,
                    ConnectorLabel = refused,
                    Probability = 1,
                },
            ],
            new FaultRule { Kind = FaultKind.DropBeforeApplying, Probability = 0.03 },
            new FaultRule { Kind = FaultKind.DropAfterApplying, Probability = 0.05 },
            new FaultRule { Kind = FaultKind.TruncatedBody, Operation = Update, Probability = 0.03 },
            new FaultRule { Kind = FaultKind.ErrorAfterApplying, StatusCode = 500, ErrorCode = "InternalServerException", Probability = 0.04 },
            new FaultRule { Kind = FaultKind.ErrorBeforeApplying, StatusCode = 503, Probability = 0.03 },
            new FaultRule { Kind = FaultKind.ErrorBeforeApplying, StatusCode = 429, ErrorCode = "ThrottlingException", Probability = 0.02 },
            .. latency > TimeSpan.Zero ? (FaultRule[])[new FaultRule { Kind = FaultKind.Delay, Delay = latency, Operation = Update, Probability = 1 }] : [],
        ],
    };
}
