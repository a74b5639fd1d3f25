namespace AppFlow.Fluent.Rules.Tests.Toy;

/// <summary>A place in a toy program.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="What">The item there: a send, or the field that is set.</param>
internal sealed record ToyPlace(int Line, string What);
