using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>That a method sets a property, told by names.</summary>
/// <param name="Property">The property.</param>
/// <param name="Parameter">The parameter that gives the value; null where it is not told by one.</param>
/// <param name="Part">The part of the property's value that the parameter is.</param>
/// <param name="MadeBy">The static method that makes the property's value of the parameter.</param>
internal readonly record struct ConventionalSet(IPropertySymbol Property, IParameterSymbol? Parameter, IPropertySymbol? Part, IMethodSymbol? MadeBy);
