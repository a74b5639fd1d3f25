using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Flow;

/// <summary>One state in which a send was reached: the request, and the conditions that the path evaluated before.</summary>
/// <param name="Request">The request.</param>
/// <param name="Writes">The steps on the path that wrote something that a condition reads.</param>
/// <param name="Asked">Those of them whose condition was evaluated.</param>
internal sealed record SendState(RequestState Request, SmallMap<Steps.Step, bool> Writes, SmallMap<Steps.Step, bool> Asked)
{
    /// <summary>The client; null for the default one.</summary>
    public Term? Client { get; init; }
}
