namespace AppFlow.Fluent.FSharp.Analyzers.Libraries

open FSharp.Compiler.Symbols
open AppFlow.Fluent.FSharp.Analyzers.Trees
open AppFlow.Fluent.Rules.Terms

/// The clocks of .NET, and the precision that a format or a member keeps.
module internal Clocks =
    let private isPointInTime name =
        List.contains name [ "System.DateTime"; "System.DateTimeOffset"; "System.DateOnly"; "System.TimeOnly" ]

    /// The precision with which a member reads the clock; none if it reads no clock.
    let grainOf (target: FSharpMemberOrFunctionOrValue) : ClockGrain option =
        match Members.typeOf target, target.CompiledName with
        | name, ("get_Now" | "get_UtcNow") when isPointInTime name -> Some ClockGrain.Fine
        | name, "get_Today" when isPointInTime name -> Some ClockGrain.Date
        | "System.Environment", ("get_TickCount" | "get_TickCount64") -> Some ClockGrain.Fine
        | ("System.TimeProvider" | "System.Diagnostics.Stopwatch"), ("GetUtcNow" | "GetLocalNow" | "GetTimestamp") -> Some ClockGrain.Fine
        | _ -> None

    /// The precision that a member keeps of a point in time; none if it keeps the precision or is no such member.
    let readingOf (target: FSharpMemberOrFunctionOrValue) : ClockGrain option =
        let name = target.CompiledName

        if not (isPointInTime (Members.typeOf target)) then
            None
        else
            match name with
            | "get_Date"
            | "get_Year"
            | "get_Month"
            | "get_Day"
            | "get_DayOfYear"
            | "get_DayOfWeek"
            | "get_DayNumber"
            | "ToShortDateString"
            | "ToLongDateString" -> Some ClockGrain.Date
            | "FromDateTime" when Members.typeOf target = "System.DateOnly" -> Some ClockGrain.Date
            | "get_Hour"
            | "get_Minute"
            | "get_Second"
            | "ToUnixTimeSeconds"
            | "ToShortTimeString"
            | "ToLongTimeString" -> Some ClockGrain.Coarse
            | "get_Millisecond"
            | "get_Microsecond"
            | "get_Nanosecond"
            | "get_Ticks"
            | "get_UtcTicks"
            | "ToUnixTimeMilliseconds"
            | "ToFileTime"
            | "ToFileTimeUtc"
            | "ToBinary"
            | "ToOADate" -> Some ClockGrain.Fine
            | _ -> None

    let private grainOfPattern (pattern: string) =
        let rec read index (quote: char option) grain =
            if index >= pattern.Length then
                grain
            else
                match pattern[index], quote with
                | character, Some open' -> read (index + 1) (if character = open' then None else quote) grain
                | ('\'' | '"' as character), None -> read (index + 1) (Some character) grain
                | '\\', None -> read (index + 2) None grain
                | ('f' | 'F'), None -> ClockGrain.Fine
                | ('h' | 'H' | 'm' | 's' | 't'), None -> read (index + 1) None ClockGrain.Coarse
                | _ -> read (index + 1) None grain

        read 0 None ClockGrain.Date

    /// The precision of a text in the format. An empty format is the type's default format.
    let grainOfFormat (format: string) (typeName: string) : ClockGrain =
        if typeName = "System.DateOnly" then
            ClockGrain.Date
        else
            match format with
            | "" -> ClockGrain.Coarse
            | "o"
            | "O" -> ClockGrain.Fine
            | "d"
            | "D"
            | "m"
            | "M"
            | "y"
            | "Y" -> ClockGrain.Date
            | _ when format.Length = 1 -> ClockGrain.Coarse
            | _ -> grainOfPattern format

    let coarser (one: ClockGrain) (other: ClockGrain) = if one > other then one else other
