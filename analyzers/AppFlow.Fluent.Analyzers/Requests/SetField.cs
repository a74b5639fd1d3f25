using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Requests;

/// <summary>That a method's parameter sets a field of a request; without a parameter the call itself does.</summary>
internal readonly struct SetField(RequestField field, IParameterSymbol? parameter, FieldConstraints constraints)
{
    public RequestField Field { get; } = field;

    public IParameterSymbol? Parameter { get; } = parameter;

    /// <summary>What the parameter's value must be: the field's own constraints, or those of a part of it.</summary>
    public FieldConstraints Constraints { get; } = constraints;
}
