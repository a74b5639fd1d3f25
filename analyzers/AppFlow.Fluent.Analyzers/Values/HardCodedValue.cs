using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Values;

/// <summary>A value that stands in the code, and the expression that it stands for.</summary>
internal readonly struct HardCodedValue(object? value, IOperation place)
{
    /// <summary>A text, a number, or null for the constant null.</summary>
    public object? Value { get; } = value;

    /// <summary>The expression at the place of use: the whole one, or the arm of a <c>?:</c>, <c>??</c> or <c>switch</c>.</summary>
    public IOperation Place { get; } = place;
}
