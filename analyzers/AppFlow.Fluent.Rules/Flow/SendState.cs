using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Flow;

/// <summary>One way in which a send was reached: what was sent, and what the path had asked before.</summary>
/// <param name="Request">The request.</param>
/// <param name="Writes">The steps on the way that wrote what a condition reads.</param>
/// <param name="Asked">Those of them whose condition was passed.</param>
internal sealed record SendState(RequestState Request, SmallMap<Steps.Step, bool> Writes, SmallMap<Steps.Step, bool> Asked)
{
    /// <summary>The client; null for the default one.</summary>
    public Term? Client { get; init; }
}
