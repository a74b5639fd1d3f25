using AppFlow.Fluent.Analyzers.Libraries;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.CodeFixes.Symbols;

/// <summary>Whether the service refuses a value: the one question that the fixes ask of the rules' own code.</summary>
internal static class Refusals
{
    /// <param name="property">The property whose annotations say what the service takes.</param>
    /// <param name="text">The value.</param>
    public static bool Refuses(IPropertySymbol property, string text) => FieldConstraints.Of(property).Refusal(text) is not null;
}
