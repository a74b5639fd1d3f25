using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Steps;

/// <summary>
/// One action of a body, in execution order. Front ends lower their language to steps; only the engine defines what the steps mean.
/// </summary>
/// <remarks>The terms of a step are source terms: a variable means its value at that point, which the engine substitutes.</remarks>
internal abstract class Step
{
    /// <summary>The location of the step, as the front end knows it; only for the front end and for findings.</summary>
    public object? Place { get; init; }

    /// <summary>
    /// Whether it is inside the code of a query that writes nothing permanent, so the caller does not count as writing something that a
    /// later condition reads.
    /// </summary>
    public bool IsWithinQuestion { get; set; }

    /// <summary>Whether it may throw, so that a surrounding handler may continue with the state before it.</summary>
    public virtual bool MayThrow => false;

    /// <summary>The terms that the step reads.</summary>
    public abstract IEnumerable<Term> Reads { get; }
}
