namespace AppFlow.Fluent.Rules.Shapes;

/// <summary>
/// What a send may fail with, as classes of failures that handlers tell apart. A set of classes is a bit mask: bit n is the class n.
/// </summary>
/// <remarks>
/// A refusal is a failure that a call repeated with its own token would not have met, had an earlier attempt been applied: after it, a new token does no
/// harm. All others may be lost answers.
/// </remarks>
internal abstract class FailureModel
{
    /// <summary>A send that may throw whatever there is, and none of it known to be a refusal.</summary>
    public static readonly FailureModel Anything = new AnythingModel();

    /// <summary>All classes.</summary>
    public abstract ulong All { get; }

    /// <summary>The classes that are refusals.</summary>
    public abstract ulong Refusals { get; }

    /// <summary>The classes that building a request may fail with; none where that may be anything.</summary>
    public virtual ulong OfBuilding => 0;

    /// <summary>The classes of which a failure may pass the test (a type, or another test that the front end knows).</summary>
    public abstract ulong May(object test);

    /// <summary>The classes of which every failure passes the test.</summary>
    public abstract ulong Must(object test);

    private sealed class AnythingModel : FailureModel
    {
        public override ulong All => 1;

        public override ulong Refusals => 0;

        public override ulong May(object test) => 1;

        public override ulong Must(object test) => 0;
    }
}
