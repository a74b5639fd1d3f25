using AppFlow.Fluent.Rules.Shapes;

namespace AppFlow.Fluent.Rules.Tests.Toy;

/// <summary>
/// The possible failures of a send of the toy's own requests: a lost answer, throttling, a refusal, or, while it is built, a bad argument.
/// </summary>
internal sealed class ToyFailures : FailureModel
{
    public static readonly ToyFailures Instance = new();

    private const ulong Lost = 1;
    private const ulong Throttled = 2;
    private const ulong Refused = 4;
    private const ulong Argument = 8;

    private ToyFailures()
    {
    }

    public override ulong All => Lost | Throttled | Refused;

    public override ulong Refusals => Refused | Argument;

    public override ulong OfBuilding => Argument;

    public override ulong May(object test) => test switch
    {
        "Exception" => Lost | Throttled | Refused | Argument,
        "Service" => Lost | Throttled | Refused,
        "Applied" => Lost | Throttled,
        "Lost" => Lost,
        "Transport" => Lost,
        "Throttling" => Throttled,
        "Conflict" or "NotFound" => Refused,
        "Argument" => Argument,
        _ => 0,
    };

    public override ulong Must(object test) => test is "Transport" or "Conflict" or "NotFound" ? 0 : May(test);
}
