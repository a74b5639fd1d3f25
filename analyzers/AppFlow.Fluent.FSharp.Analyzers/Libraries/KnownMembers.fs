namespace AppFlow.Fluent.FSharp.Analyzers.Libraries

open FSharp.Compiler.Symbols
open AppFlow.Fluent.FSharp.Analyzers.Trees

/// What members of .NET and FSharp.Core return and do: a new value each time, the next item, a result that depends only on the operands, no effect.
module internal KnownMembers =
    let private begins (start: string) (name: string) = name.StartsWith(start, System.StringComparison.Ordinal)

    /// Whether a member creates a unique value.
    let isFresh (target: FSharpMemberOrFunctionOrValue) : bool =
        match Members.typeOf target, target.CompiledName with
        | "System.Guid", ("NewGuid" | "CreateVersion7")
        | "AppFlow.Fluent.ClientToken", "New"
        | "System.IO.Path", ("GetRandomFileName" | "GetTempFileName") -> true
        | "System.Security.Cryptography.RandomNumberGenerator", _ -> not (Types.isUnit target.ReturnParameter.Type)
        | "System.Random", name -> not target.IsConstructor && name <> "get_Shared" && not (Types.isUnit target.ReturnParameter.Type)
        | _ -> false

    /// Whether each call of a member returns the next item: of a queue, a reader, a mailbox, or what a person types.
    let isItem (target: FSharpMemberOrFunctionOrValue) : bool =
        match target.CompiledName with
        | "Dequeue"
        | "TryDequeue"
        | "Pop"
        | "TryPop"
        | "TryTake"
        | "Take" when not (begins "Microsoft.FSharp" (Members.typeOf target)) -> true
        | "TryPeek"
        | "TryRead"
        | "ReadAsync"
        | "ReadLine"
        | "ReadLineAsync"
        | "ReadKey"
        | "ReceiveAsync"
        | "Receive"
        | "TryReceive"
        | "DequeueAsync"
        | "get_Current" -> true
        | _ -> false

    /// Whether a member's result depends only on its receiver and arguments, none of which it changes.
    let isPure (target: FSharpMemberOrFunctionOrValue) : bool =
        let name = target.CompiledName

        match Members.typeOf target with
        | "System.String"
        | "System.Guid"
        | "System.DateTime"
        | "System.DateTimeOffset"
        | "System.TimeSpan"
        | "System.DateOnly"
        | "System.TimeOnly"
        | "System.Uri"
        | "System.Math"
        | "System.Convert"
        | "System.BitConverter"
        | "System.Version"
        | "System.Int32"
        | "System.Int64"
        | "System.Double"
        | "System.Decimal"
        | "System.Boolean"
        | "System.Char"
        | "System.Enum"
        | "System.Text.RegularExpressions.Regex"
        | "System.Text.Encoding"
        | "System.MemoryExtensions"
        | "System.Net.WebUtility"
        | "System.Globalization.CultureInfo"
        | "Microsoft.FSharp.Core.StringModule"
        | "Microsoft.FSharp.Core.OptionModule"
        | "Microsoft.FSharp.Core.ValueOption"
        | "Microsoft.FSharp.Core.ResultModule"
        | "Microsoft.FSharp.Collections.ListModule"
        | "Microsoft.FSharp.Collections.MapModule"
        | "Microsoft.FSharp.Collections.SetModule"
        | "Microsoft.FSharp.Collections.FSharpList`1"
        | "Microsoft.FSharp.Collections.FSharpMap`2"
        | "Microsoft.FSharp.Collections.FSharpSet`1"
        | "Microsoft.FSharp.Core.Operators"
        | "Microsoft.FSharp.Core.OperatorIntrinsics"
        | "Microsoft.FSharp.Core.LanguagePrimitives"
        | "Microsoft.FSharp.Core.ExtraTopLevelOperators"
        | "AppFlow.Fluent.ConnectorProvisioningConfig"
        | "AppFlow.Fluent.ClientToken"
        | "AppFlow.Fluent.ConnectorRegistrationValues" -> true
        | "Microsoft.FSharp.Core.LanguagePrimitives.IntrinsicFunctions"
        | "Microsoft.FSharp.Core.LanguagePrimitives+IntrinsicFunctions" -> name = "MakeDecimal"
        | "System.IO.Path" -> name <> "Exists"
        | "System.Object" -> List.contains name [ "GetType"; "ToString"; "GetHashCode" ]
        | "System.Security.Cryptography.SHA256"
        | "System.Security.Cryptography.SHA512"
        | "System.Security.Cryptography.SHA1"
        | "System.Security.Cryptography.MD5" -> begins "HashData" name
        | _ -> false

    /// Whether a member only queries its receiver or its argument, and changes nothing.
    let isQuery (target: FSharpMemberOrFunctionOrValue) : bool =
        let name = target.CompiledName

        let isAsked =
            List.exists (fun start -> begins start name) [ "Contains"; "TryGet"; "Is"; "Has"; "Exists"; "IndexOf"; "Find"; "Get"; "TryParse" ]
            || List.contains name [ "Any"; "All"; "StartsWith"; "EndsWith"; "SequenceEqual"; "Equals"; "ToString"; "CompareTo"; "AsSpan" ]

        let ty = target.ReturnParameter.Type
        isAsked && not (Types.isUnit ty) && not (Types.isTask ty) && not (Types.isAsync ty)

    let private isLogger name =
        (begins "Microsoft.Extensions.Logging" name || begins "Serilog" name || begins "NLog" name)

    /// Whether a call only looks at its arguments and changes none of them: it prints, logs, compares, serialises, asserts.
    let onlyLooks (target: FSharpMemberOrFunctionOrValue) : bool =
        let name, typeName = target.CompiledName, Members.typeOf target

        let shortName =
            match target.DeclaringEntity with
            | Some entity -> entity.DisplayName
            | None -> ""

        List.contains name [ "Equals"; "ReferenceEquals"; "GetHashCode"; "ToString"; "CompareTo"; "GetType" ]
        || List.contains shortName [ "Assert"; "CollectionAssert"; "StringAssert"; "ClassicAssert"; "Expect" ]
        || begins "Should" name
        || begins "should" name
        || isLogger typeName
        || (match typeName with
            | "System.Console"
            | "System.Diagnostics.Debug"
            | "System.Diagnostics.Trace"
            | "System.Text.Json.JsonSerializer"
            | "Newtonsoft.Json.JsonConvert" -> true
            | "System.String" -> List.contains name [ "Format"; "Concat"; "Join" ]
            | "System.IO.TextWriter"
            | "System.IO.StreamWriter"
            | "System.IO.StringWriter" -> begins "Write" name
            | "Microsoft.FSharp.Core.ExtraTopLevelOperators"
            | "Microsoft.FSharp.Core.PrintfModule"
            | "Microsoft.FSharp.Core.Printf" -> begins "PrintFormat" name
            | "Microsoft.FSharp.Core.Operators" -> List.contains name [ "op_Equality"; "op_Inequality"; "Hash"; "Compare" ]
            | "Xunit.Abstractions.ITestOutputHelper" -> true
            | _ -> false)

    /// Whether a call has no effect that a rule could see.
    let hasNoEffect (target: FSharpMemberOrFunctionOrValue) : bool =
        onlyLooks target
        || (match Members.typeOf target, target.CompiledName with
            | "System.Threading.Tasks.Task", ("Delay" | "Yield" | "WhenAll" | "WhenAny" | "FromException" | "FromCanceled" | "get_CompletedTask")
            | "Microsoft.FSharp.Control.FSharpAsync", ("Sleep" | "Parallel" | "Sequential" | "get_CancellationToken")
            | "System.IDisposable", _
            | "System.GC", _ -> true
            | ("System.Threading.CancellationToken" | "System.Threading.CancellationTokenSource" | "System.Diagnostics.Stopwatch" | "System.Threading.Thread" | "System.Threading.PeriodicTimer"),
              _ -> true
            | _ -> false)

    /// Whether each read of the property may give another value, whatever the body does.
    let isReadAnew (target: FSharpMemberOrFunctionOrValue) : bool =
        match Members.typeOf target, target.CompiledName with
        | _, "get_IsCancellationRequested"
        | _, ("get_IsCompleted" | "get_IsCanceled" | "get_KeyAvailable") -> true
        | "System.Diagnostics.Stopwatch", _ -> true
        | _ -> false

    /// Whether a call never returns.
    let raises (target: FSharpMemberOrFunctionOrValue) : bool =
        match Members.typeOf target, target.CompiledName with
        | "Microsoft.FSharp.Core.Operators", ("Raise" | "FailWith" | "InvalidArg" | "InvalidOp" | "NullArg" | "Exit" | "Reraise")
        | "Microsoft.FSharp.Core.ExtraTopLevelOperators", "PrintFormatToStringThenFail"
        | "System.Environment", ("Exit" | "FailFast")
        | "System.Runtime.ExceptionServices.ExceptionDispatchInfo", "Throw" -> true
        | "Microsoft.FSharp.Core.PrintfModule", "PrintFormatToStringThenFail" -> true
        | _ -> false

    /// Whether an assertion expects its function to throw.
    let expectsThrow (target: FSharpMemberOrFunctionOrValue) : bool =
        let name = target.CompiledName

        match target.DeclaringEntity with
        | Some entity when entity.DisplayName = "Assert" -> begins "Throws" name || begins "Catch" name || begins "Raises" name
        | Some entity when entity.DisplayName = "Expect" -> begins "throws" name
        | _ -> begins "ShouldThrow" name
