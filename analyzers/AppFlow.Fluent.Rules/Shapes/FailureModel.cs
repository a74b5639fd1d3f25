namespace AppFlow.Fluent.Rules.Shapes;

/// <summary>
/// The possible failures of a send, as classes that handlers distinguish. A set of classes is a bit mask: bit n is class n.
/// </summary>
/// <remarks>
/// A refusal is a failure that proves that no earlier attempt was applied, so a new token does no harm afterwards. All other failures may
/// be lost answers.
/// </remarks>
internal abstract class FailureModel
{
    /// <summary>A send that may throw anything, without known refusals.</summary>
    public static readonly FailureModel Anything = new AnythingModel();

    /// <summary>All classes.</summary>
    public abstract ulong All { get; }

    /// <summary>The classes that are refusals.</summary>
    public abstract ulong Refusals { get; }

    /// <summary>The failure classes of building a request; none if it may be anything.</summary>
    public virtual ulong OfBuilding => 0;

    /// <summary>The classes whose failures may pass the test (a type, or another test that the front end knows).</summary>
    public abstract ulong May(object test);

    /// <summary>The classes whose failures always pass the test.</summary>
    public abstract ulong Must(object test);

    private sealed class AnythingModel : FailureModel
    {
        public override ulong All => 1;

        public override ulong Refusals => 0;

        public override ulong May(object test) => 1;

        public override ulong Must(object test) => 0;
    }
}
