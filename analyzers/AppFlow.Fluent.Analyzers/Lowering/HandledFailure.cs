using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Lowering;

/// <summary>A kind of failure that a pipeline handles, as a catch clause would.</summary>
/// <param name="Type">The type of the exception.</param>
/// <param name="Filter">The function that decides on an exception of this type; null if all are handled.</param>
internal readonly record struct HandledFailure(ITypeSymbol Type, IOperation? Filter);
