using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Lowering.Known;

/// <summary>Calls that only inspect their arguments: they print, log, compare, assert or wait.</summary>
internal static class SilentCalls
{
    /// <summary>Whether the call prints, logs, compares, serialises or asserts: a request that is passed to it stays in the body.</summary>
    public static bool OnlyInspects(IMethodSymbol method)
    {
        var type = method.ContainingType;
        return method.Name is "Equals" or "ReferenceEquals" or "GetHashCode" or "ToString" or "CompareTo" or "GetType"
            || type.Name is "Assert" or "CollectionAssert" or "StringAssert" or "ClassicAssert"
            || method.Name.StartsWith("Should", StringComparison.Ordinal)
            || IsPrinter(type, method)
            || IsLogger(type)
            || (type.Name == "JsonSerializer" && Types.IsUnder(type, "System"))
            || (type.Name == "JsonConvert" && Types.IsUnder(type, "Newtonsoft"));
    }

    /// <summary>
    /// Whether the call has no effect that matters to a rule: the calls of <see cref="OnlyInspects"/>, and those that wait or measure.
    /// </summary>
    public static bool HasNoEffect(IMethodSymbol method)
    {
        var type = method.ContainingType;
        return (OnlyInspects(method) && !KeepsText(type))
            || (TaskMembers.IsTask(type) && method.Name is "Delay" or "Yield" or "WhenAll" or "WhenAny" or "FromResult" or "FromException" or "FromCanceled" && method.IsStatic)
            || (type.Name is "CancellationToken" or "CancellationTokenSource" or "Stopwatch" or "TimeSpan" or "Activity" or "PeriodicTimer" or "Thread" && Types.IsUnder(type, "System"))
            || (type.Name == "GC" && Types.IsIn(type, "System"));
    }

    // The written text can be read later.
    private static bool KeepsText(INamedTypeSymbol type) => type.Name is "TextWriter" or "StringWriter" && Types.IsUnder(type, "System");

    private static bool IsPrinter(INamedTypeSymbol type, IMethodSymbol method) => type.Name switch
    {
        "Console" or "Debug" or "Trace" or "Debugger" => Types.IsUnder(type, "System"),
        "String" => method.Name is "Format" or "Concat" or "Join" && type.SpecialType == SpecialType.System_String,
        "TextWriter" or "StreamWriter" or "StringWriter" => method.Name.StartsWith("Write", StringComparison.Ordinal) && Types.IsUnder(type, "System"),
        "ITestOutputHelper" or "TestContext" => method.Name.StartsWith("Write", StringComparison.Ordinal),
        _ => false,
    };

    private static bool IsLogger(INamedTypeSymbol type) =>
        type.Name is "ILogger" or "Logger" or "LoggerExtensions" or "LoggerMessage" or "Log" or "ILog"
        && (Types.IsUnder(type, "Microsoft") || Types.IsUnder(type, "Serilog") || Types.IsUnder(type, "NLog") || Types.IsUnder(type, "log4net"))
        || type.AllInterfaces.Any(implemented => implemented.Name == "ILogger" && Types.IsUnder(implemented, "Microsoft"));
}
