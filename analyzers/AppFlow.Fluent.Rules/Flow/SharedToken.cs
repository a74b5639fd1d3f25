using AppFlow.Fluent.Rules.Steps;

namespace AppFlow.Fluent.Rules.Flow;

/// <summary>A token value that was sent with two different requests on one path.</summary>
/// <param name="First">The source of the first request's token.</param>
/// <param name="Second">The source of the second request's token.</param>
/// <param name="FirstSend">The first send.</param>
/// <param name="SecondSend">The second send, which may be the same one.</param>
/// <param name="Loop">The loop that repeated in between; null if none did.</param>
internal sealed record SharedToken(FieldSet First, FieldSet Second, SendStep FirstSend, SendStep SecondSend, Loop? Loop);
