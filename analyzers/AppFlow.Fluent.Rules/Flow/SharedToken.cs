using AppFlow.Fluent.Rules.Steps;

namespace AppFlow.Fluent.Rules.Flow;

/// <summary>One token value that was sent with two different requests on one path.</summary>
/// <param name="First">What gave the first request its token.</param>
/// <param name="Second">What gave the second one its token.</param>
/// <param name="FirstSend">The first send.</param>
/// <param name="SecondSend">The second send, which may be the same one.</param>
/// <param name="Loop">The loop that went round in between; null where none did.</param>
internal sealed record SharedToken(FieldSet First, FieldSet Second, SendStep FirstSend, SendStep SecondSend, Loop? Loop);
