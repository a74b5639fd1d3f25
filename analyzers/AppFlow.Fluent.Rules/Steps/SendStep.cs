using AppFlow.Fluent.Rules.Shapes;
using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Steps;

/// <summary>
/// A request is sent. A call of a wrapper that takes a token is also a send: <see cref="Request"/> is then the site of a
/// <see cref="CreateStep"/> just before, whose shape has the wrapper's other arguments as fields.
/// </summary>
/// <param name="request">The request.</param>
/// <param name="shape">The kind of request.</param>
/// <param name="task">The site, of kind <see cref="SiteKind.Task"/>: its value is the task.</param>
internal sealed class SendStep(Term request, RequestShape shape, Site task) : Step
{
    public Term Request { get; } = request;

    public RequestShape Shape { get; } = shape;

    public Site Task { get; } = task;

    /// <summary>The client that it is sent with; null for the default one.</summary>
    public Term? Client { get; init; }

    /// <summary>
    /// Whether it throws directly on failure because it is awaited in the same expression. Otherwise the task has the result, at an
    /// <see cref="AwaitStep"/> or in a condition.
    /// </summary>
    public bool IsAwaited { get; init; }

    /// <summary>Whether it is a wrapper's call, whose required fields are not checked.</summary>
    public bool IsWrapper { get; init; }

    /// <summary>The possible failures here: the shape's failures, and those of the way it is awaited.</summary>
    public FailureModel Failures { get; init; } = shape.Failures;

    /// <inheritdoc/>
    public override bool MayThrow => true;

    /// <inheritdoc/>
    public override IEnumerable<Term> Reads => Client is null ? [Request] : [Request, Client];

    /// <inheritdoc/>
    public override string ToString() => $"send {Request} with {Client}";
}
