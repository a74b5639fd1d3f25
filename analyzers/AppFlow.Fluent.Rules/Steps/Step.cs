using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Steps;

/// <summary>
/// One thing that a body does, in the order in which it does it. Front ends lower their language to steps; what the steps mean stands in the engine alone.
/// </summary>
/// <remarks>The terms of a step are as the source has them: a variable in them is its value at that moment, and the engine puts it in.</remarks>
internal abstract class Step
{
    /// <summary>Where the step is, as the front end knows it; for the front end and for findings alone.</summary>
    public object? Place { get; init; }

    /// <summary>
    /// Whether it is within the code that answers a question, and writes nothing that outlives the answer: whoever asks has not written what a later condition
    /// reads.
    /// </summary>
    public bool IsWithinQuestion { get; set; }

    /// <summary>Whether something within it may throw, so that a handler around it may go on with what was before it.</summary>
    public virtual bool MayThrow => false;

    /// <summary>The terms that the step reads.</summary>
    public abstract IEnumerable<Term> Reads { get; }
}
