using AppFlow.Fluent.Emulator;

namespace AppFlow.Fluent.Soak;

/// <summary>The faults of a soak: more than a third of all requests meets one.</summary>
internal static class Storm
{
    public static FaultPlan Plan(int seed) => new()
    {
        Seed = seed,
        Rules =
        [
            new FaultRule { Kind = FaultKind.Delay, Delay = TimeSpan.FromMilliseconds(1), Probability = 0.05 },

            // Far outside the service's window, so that a client that trusts it is refused until it corrects its clock.
            new FaultRule { Kind = FaultKind.SkewedDate, DateSkew = TimeSpan.FromMinutes(30), Probability = 0.01 },
            new FaultRule { Kind = FaultKind.SkewedDate, DateSkew = TimeSpan.FromMinutes(-30), Probability = 0.01 },

            new FaultRule { Kind = FaultKind.DropBeforeApplying, Probability = 0.05 },
            new FaultRule { Kind = FaultKind.DropAfterApplying, Probability = 0.07 },
            new FaultRule { Kind = FaultKind.TruncatedBody, Probability = 0.04 },
            new FaultRule { Kind = FaultKind.NonJsonBody, Probability = 0.03 },
            new FaultRule { Kind = FaultKind.ErrorAfterApplying, StatusCode = 500, ErrorCode = "InternalServerException", Probability = 0.04 },
            new FaultRule { Kind = FaultKind.ErrorAfterApplying, StatusCode = 504, Probability = 0.03 },
            new FaultRule { Kind = FaultKind.ErrorBeforeApplying, StatusCode = 503, Probability = 0.03 },
            new FaultRule
            {
                Kind = FaultKind.ErrorBeforeApplying,
                StatusCode = 429,
                ErrorCode = "ThrottlingException",
                RetryAfter = TimeSpan.FromMilliseconds(1500),
                Probability = 0.04,
            },
            new FaultRule { Kind = FaultKind.ErrorBeforeApplying, StatusCode = 400, ErrorCode = "TooManyRequestsException", Probability = 0.02 },
        ],
    };
}
