using AppFlow.Fluent.Rules.Terms;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Lowering.Known;

/// <summary>The results of framework members: a new value, the next item, a size, or a pure function of the operands.</summary>
internal static class KnownMembers
{
    /// <summary>Whether the method creates a unique value.</summary>
    public static bool IsFresh(IMethodSymbol method) => method switch
    {
        { Name: "NewGuid" or "CreateVersion7", ContainingType: { Name: "Guid" } type } => Types.IsIn(type, "System"),
        { Name: "New", ContainingType: { Name: "ClientToken" } type } => Types.IsIn(type, "AppFlow", "Fluent"),
        { Name: "GetRandomFileName" or "GetTempFileName", ContainingType: { Name: "Path" } type } => Types.IsIn(type, "System", "IO"),
        { Name: "NewUlid", ContainingType.Name: "Ulid" } or { Name: "Next" or "NextGuid" or "NextSequentialGuid", ContainingType.Name: "NewId" } =>
            method.DeclaringSyntaxReferences.IsEmpty && !method.ReturnsVoid,
        { ContainingType.Name: "RandomNumberGenerator" } => Types.IsIn(method.ContainingType, "System", "Security", "Cryptography") && !method.ReturnsVoid,
        { ContainingType: { Name: "Random" } type } => Types.IsIn(type, "System") && method.MethodKind == MethodKind.Ordinary && !method.ReturnsVoid,
        _ => false,
    };

    /// <summary>Whether the method returns the next item each time: of a queue, a reader, a channel, user input.</summary>
    public static bool IsItem(IMethodSymbol method) =>
        method.Name is "Dequeue" or "TryDequeue" or "Pop" or "TryPop" or "TryTake" or "Peek" or "TryPeek" or "TryRead" or "ReadAsync" or "ReadLine"
            or "ReadLineAsync" or "Read" or "ReadKey" or "ReceiveAsync" or "Receive" or "TryReceive" or "ReceiveMessageAsync" or "DequeueAsync"
        || (method.Name == "Take" && method.ContainingType.Name == "BlockingCollection")
        || (method.Name == "Next" && method.ContainingType.Name != "Random")
        || (method.Name.StartsWith("Get", StringComparison.Ordinal) && method.ContainingType.Name.EndsWith("DataReader", StringComparison.Ordinal));

    /// <summary>Whether the property returns the current item of an enumerator.</summary>
    public static bool IsItem(IPropertySymbol property) => property.Name == "Current"
        && (property.ContainingType.Name is "IEnumerator" or "IAsyncEnumerator" || property.ContainingType.GetMembers("MoveNext").Length > 0
            || property.ContainingType.AllInterfaces.Any(type => type.Name is "IEnumerator" or "IAsyncEnumerator"));

    /// <summary>Whether each read of the property may return another value, whatever this body does.</summary>
    public static bool IsReadAnew(IPropertySymbol property) =>
        IsItem(property)
        || (property.Name is "IsCancellationRequested" && property.ContainingType.Name is "CancellationToken" or "CancellationTokenSource")
        || (property.Name is "IsCompleted" or "IsCanceled" && TaskMembers.IsTask(property.ContainingType))
        || (property.Name is "KeyAvailable" && property.ContainingType.Name == "Console")
        || (property.Name.StartsWith("Elapsed", StringComparison.Ordinal) && property.ContainingType.Name == "Stopwatch");

    /// <summary>Whether the property is a size: a length, a count, whether it is empty.</summary>
    public static FunctionKind? SizeOf(IPropertySymbol property)
    {
        var type = property.ContainingType;
        return property.Name switch
        {
            "Length" when type.SpecialType is SpecialType.System_String or SpecialType.System_Array => FunctionKind.Length,
            "Length" when type.Name is "ImmutableArray" or "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory" && Types.IsUnder(type, "System") => FunctionKind.Length,
            "Count" when IsCollection(type) => FunctionKind.Count,
            "IsEmpty" when IsCollection(type) => FunctionKind.IsEmpty,
            _ => null,
        };
    }

    /// <summary>Whether the method adds an item to its receiver, or keeps an equal one.</summary>
    public static bool Fills(IMethodSymbol method) =>
        method.Name is "Add" or "Enqueue" or "Push" or "AddFirst" or "AddLast" && method.Parameters.Length > 0 && IsCollection(method.ContainingType);

    /// <summary>Whether the object's text is what was written to it.</summary>
    public static bool KeepsText(ITypeSymbol type) => type.Name is "StringBuilder" or "StringWriter" && Types.IsUnder(type, "System");

    /// <summary>Whether the method is a pure function of its receiver and arguments.</summary>
    public static bool IsPure(IMethodSymbol method)
    {
        var type = method.ContainingType;
        if (method.ReturnsVoid || type is null)
        {
            return false;
        }

        return type.SpecialType switch
        {
            SpecialType.System_String => true,
            SpecialType.System_Object => method.Name is "GetType" or "ToString" or "GetHashCode",
            >= SpecialType.System_Boolean and <= SpecialType.System_Double or SpecialType.System_Char or SpecialType.System_DateTime or SpecialType.System_Enum => true,
            _ => IsPure(type, method),
        };
    }

    /// <summary>Whether the method only queries its receiver or arguments, and changes nothing.</summary>
    public static bool IsQuery(IMethodSymbol method)
    {
        var name = method.Name;
        if (method.ReturnsVoid || TaskMembers.IsTask(method.ReturnType))
        {
            return false;
        }

        return Types.IsIn(method.ContainingType, "System", "Linq")
            || Begins(name, "Contains") || Begins(name, "TryGet") || Begins(name, "Is") || Begins(name, "Has") || Begins(name, "Exists")
            || Begins(name, "IndexOf") || Begins(name, "Find") || Begins(name, "Get") || name is "Any" or "All" or "TrueForAll" or "BinarySearch"
            || name is "StartsWith" or "EndsWith" or "SequenceEqual" or "Equals" or "ToString" or "GetHashCode" or "CompareTo" or "AsSpan" or "AsMemory";
    }

    private static bool IsPure(INamedTypeSymbol type, IMethodSymbol method) => type.Name switch
    {
        "Guid" or "DateTimeOffset" or "TimeSpan" or "DateOnly" or "TimeOnly" or "Uri" or "Math" or "Convert" or "BitConverter" or "Version" or "Index" or "Range"
            or "MemoryExtensions" or "HashCode" or "Tuple" or "ValueTuple" => Types.IsIn(type, "System"),
        "Path" => Types.IsIn(type, "System", "IO") && method.Name is not "Exists",
        "Regex" or "Encoding" or "UTF8Encoding" or "Rune" => Types.IsUnder(type, "System"),
        "SHA256" or "SHA512" or "SHA1" or "MD5" => method.IsStatic && method.Name is "HashData" or "HashDataAsync",
        "WebUtility" or "HttpUtility" or "BigInteger" or "CultureInfo" => Types.IsUnder(type, "System"),
        "ConnectorProvisioningConfig" or "ClientToken" or "ConnectorRegistrationValues" => Types.IsIn(type, "AppFlow", "Fluent"),
        _ => false,
    };

    private static bool Begins(string name, string start) => name.StartsWith(start, StringComparison.Ordinal);

    private static bool IsCollection(INamedTypeSymbol type) =>
        Types.IsUnder(type, "System") && !type.IsValueType && (type.TypeKind == TypeKind.Interface || type.AllInterfaces.Any(implemented => implemented.Name == "IEnumerable"));
}
