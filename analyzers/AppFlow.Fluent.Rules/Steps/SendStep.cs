using AppFlow.Fluent.Rules.Shapes;
using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Steps;

/// <summary>
/// A request is sent. A call of a wrapper that takes a token is a send as well: <see cref="Request"/> is then the site of a <see cref="CreateStep"/> just
/// before, whose shape has the wrapper's other arguments as fields.
/// </summary>
/// <param name="request">What is sent.</param>
/// <param name="shape">What kind of request it is.</param>
/// <param name="task">The site, of kind <see cref="SiteKind.Task"/>: its value is the task.</param>
internal sealed class SendStep(Term request, RequestShape shape, Site task) : Step
{
    public Term Request { get; } = request;

    public RequestShape Shape { get; } = shape;

    public Site Task { get; } = task;

    /// <summary>The client that it is sent with; null for the default one.</summary>
    public Term? Client { get; init; }

    /// <summary>
    /// Whether it throws by itself when it fails: it is awaited or waited for in the same expression. Else the task tells, at an
    /// <see cref="AwaitStep"/> or by a condition.
    /// </summary>
    public bool IsAwaited { get; init; }

    /// <summary>Whether it is a wrapper's call, whose required fields are its own affair.</summary>
    public bool IsWrapper { get; init; }

    /// <summary>What it may fail with here: the shape's failures, or more where it is waited for in a way that adds its own.</summary>
    public FailureModel Failures { get; init; } = shape.Failures;

    /// <inheritdoc/>
    public override bool MayThrow => true;

    /// <inheritdoc/>
    public override IEnumerable<Term> Reads => Client is null ? [Request] : [Request, Client];

    /// <inheritdoc/>
    public override string ToString() => $"send {Request} with {Client}";
}
