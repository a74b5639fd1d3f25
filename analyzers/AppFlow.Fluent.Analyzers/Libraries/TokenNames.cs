namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>What tokens that no attribute marks are called: those of the AWS SDK's requests and those that the project lists.</summary>
/// <param name="Properties">The names of properties.</param>
/// <param name="Types">The names of types with a constructor that takes a token.</param>
/// <param name="Methods">The names of methods that take one.</param>
internal sealed record TokenNames(IReadOnlyCollection<string> Properties, IReadOnlyCollection<string> Types, IReadOnlyCollection<string> Methods);
