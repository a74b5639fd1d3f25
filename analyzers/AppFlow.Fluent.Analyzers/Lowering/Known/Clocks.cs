using AppFlow.Fluent.Rules.Terms;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Lowering.Known;

/// <summary>The clocks of the framework, and the precision with which a format or a member reads them.</summary>
internal static class Clocks
{
    /// <summary>The precision with which the property reads the clock; null if it reads none.</summary>
    public static ClockGrain? GrainOf(IPropertySymbol property) => property.Name switch
    {
        "Now" or "UtcNow" when IsPointInTime(property.ContainingType) => ClockGrain.Fine,
        "Today" when IsPointInTime(property.ContainingType) => ClockGrain.Date,
        "TickCount" or "TickCount64" when property.ContainingType.Name == "Environment" && Types.IsIn(property.ContainingType, "System") => ClockGrain.Fine,
        _ => null,
    };

    /// <summary>The precision with which the method reads the clock; null if it reads none.</summary>
    public static ClockGrain? GrainOf(IMethodSymbol method) => method.Name switch
    {
        "GetUtcNow" or "GetLocalNow" or "GetTimestamp" when IsOrDerivesFromTimeProvider(method.ContainingType) => ClockGrain.Fine,
        "GetTimestamp" when method.ContainingType.Name == "Stopwatch" && Types.IsIn(method.ContainingType, "System", "Diagnostics") => ClockGrain.Fine,
        _ => null,
    };

    /// <summary>The precision to which the property reduces a point in time; null if it does not reduce it.</summary>
    public static ClockGrain? ReadingOf(IPropertySymbol property) => !IsPointInTime(property.ContainingType) ? null : property.Name switch
    {
        "Date" or "Year" or "Month" or "Day" or "DayOfYear" or "DayOfWeek" or "DayNumber" => ClockGrain.Date,
        "Hour" or "Minute" or "Second" => ClockGrain.Coarse,
        "Millisecond" or "Microsecond" or "Nanosecond" or "Ticks" or "UtcTicks" => ClockGrain.Fine,
        _ => null,
    };

    /// <summary>The precision to which the method reduces a point in time; null if it does not reduce it.</summary>
    public static ClockGrain? ReadingOf(IMethodSymbol method) => method.Name switch
    {
        "ToUnixTimeSeconds" when IsPointInTime(method.ContainingType) => ClockGrain.Coarse,
        "ToUnixTimeMilliseconds" or "ToFileTime" or "ToFileTimeUtc" or "ToBinary" or "ToOADate" when IsPointInTime(method.ContainingType) => ClockGrain.Fine,
        "ToShortDateString" or "ToLongDateString" when IsPointInTime(method.ContainingType) => ClockGrain.Date,
        "ToShortTimeString" or "ToLongTimeString" when IsPointInTime(method.ContainingType) => ClockGrain.Coarse,
        "FromDateTime" when method.ContainingType.Name == "DateOnly" && IsPointInTime(method.ContainingType) => ClockGrain.Date,
        _ => null,
    };

    /// <summary>The precision of a combined reading: a date in seconds is still a date.</summary>
    public static ClockGrain Coarser(ClockGrain one, ClockGrain other) => one > other ? one : other;

    public static bool IsPointInTime(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_DateTime || (type.Name is "DateTimeOffset" or "DateOnly" or "TimeOnly" && Types.IsIn(type, "System"));

    /// <summary>The precision of a text in the format; null is the type's default format.</summary>
    public static ClockGrain GrainOf(string? format, ITypeSymbol type)
    {
        if (type.Name == "DateOnly")
        {
            return ClockGrain.Date;
        }

        if (string.IsNullOrEmpty(format))
        {
            return ClockGrain.Coarse;
        }

        return format!.Length == 1
            ? format switch
            {
                "o" or "O" => ClockGrain.Fine,
                "d" or "D" or "m" or "M" or "y" or "Y" => ClockGrain.Date,
                _ => ClockGrain.Coarse,
            }
            : GrainOfPattern(format);
    }

    private static ClockGrain GrainOfPattern(string pattern)
    {
        var grain = ClockGrain.Date;
        char? quote = null;
        for (var i = 0; i < pattern.Length; i++)
        {
            var character = pattern[i];
            if (quote is not null)
            {
                quote = character == quote ? null : quote;
            }
            else if (character is '\'' or '"')
            {
                quote = character;
            }
            else if (character == '\\')
            {
                i++;
            }
            else if (character is 'f' or 'F')
            {
                return ClockGrain.Fine;
            }
            else if (character is 'h' or 'H' or 'm' or 's' or 't')
            {
                grain = ClockGrain.Coarse;
            }
        }

        return grain;
    }

    private static bool IsOrDerivesFromTimeProvider(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.Name == "TimeProvider" && Types.IsIn(type, "System"))
            {
                return true;
            }
        }

        return false;
    }
}
