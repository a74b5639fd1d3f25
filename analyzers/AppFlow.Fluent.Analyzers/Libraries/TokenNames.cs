namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>The names of tokens without an attribute: those of AWS SDK requests and those that the project lists.</summary>
/// <param name="Properties">The names of properties.</param>
/// <param name="Types">The names of types with a constructor that takes a token.</param>
/// <param name="Methods">The names of methods that take one.</param>
internal sealed record TokenNames(IReadOnlyCollection<string> Properties, IReadOnlyCollection<string> Types, IReadOnlyCollection<string> Methods);
