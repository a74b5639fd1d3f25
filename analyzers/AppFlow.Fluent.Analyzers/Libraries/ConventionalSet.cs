using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>A property that a method sets by naming convention.</summary>
/// <param name="Property">The property.</param>
/// <param name="Parameter">The parameter with the value; null if there is none.</param>
/// <param name="Part">The part of the property's value that the parameter sets.</param>
/// <param name="MadeBy">The static method that creates the property's value from the parameter.</param>
internal readonly record struct ConventionalSet(IPropertySymbol Property, IParameterSymbol? Parameter, IPropertySymbol? Part, IMethodSymbol? MadeBy);
