using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Values;

/// <summary>A hard-coded value and its expression.</summary>
internal readonly struct HardCodedValue(object? value, IOperation place)
{
    /// <summary>A text, a number, or null for a null constant.</summary>
    public object? Value { get; } = value;

    /// <summary>The expression at the place of use: the whole one, or the arm of a <c>?:</c>, <c>??</c> or <c>switch</c>.</summary>
    public IOperation Place { get; } = place;
}
