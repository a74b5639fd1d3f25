namespace AppFlow.Fluent.FSharp.Analyzers.Libraries

open FSharp.Compiler.Symbols
open AppFlow.Fluent.FSharp.Analyzers.Trees

/// What a function of a collection's module does with its function argument.
type internal CollectionUse =
    /// It runs it for each item.
    | ForEach
    /// It carries a value through the items. The flag says whether the value is the function's first parameter and precedes the collection.
    | Fold of isStateFirst: bool
    /// It runs it a given number of times, with a number.
    | Initialize
    /// It runs it at most once, with the content of an option or a result.
    | Once

/// The functions of FSharp.Core, and of .NET, over collections, options and results.
module internal Collections =
    let private modules =
        set
            [ for name in [ "SeqModule"; "ListModule"; "ArrayModule"; "ArrayModule.Parallel"; "MapModule"; "SetModule" ] do
                  "Microsoft.FSharp.Collections." + name ]

    let private moduleOf (target: FSharpMemberOrFunctionOrValue) =
        (Members.typeOf target).Replace('+', '.')

    /// Whether it is a function of a collection's module.
    let isOfModule target =
        modules.Contains(moduleOf target) || moduleOf target = "Microsoft.FSharp.Collections.ArrayModule.ParallelModule"

    /// Whether it is a function of options or results.
    let isOfOption target =
        List.contains
            (moduleOf target)
            [ "Microsoft.FSharp.Core.OptionModule"
              "Microsoft.FSharp.Core.ValueOption"
              "Microsoft.FSharp.Core.ValueOptionModule"
              "Microsoft.FSharp.Core.ResultModule" ]

    /// What is done with a function argument; none if that is unknown.
    let useOf (target: FSharpMemberOrFunctionOrValue) : CollectionUse option =
        if isOfModule target then
            match target.CompiledName with
            | "Fold"
            | "FoldIndexed" -> Some(Fold true)
            | "FoldBack" -> Some(Fold false)
            | "Initialize"
            | "InitializeInfinite" -> Some Initialize
            | "Unfold"
            | "Scan"
            | "ScanBack"
            | "Reduce"
            | "ReduceBack"
            | "MapFold"
            | "MapFoldBack"
            | "Delay"
            | "SortWith" -> None
            | _ -> Some ForEach
        elif isOfOption target then
            match target.CompiledName with
            | "Fold" -> Some(Fold true)
            | "FoldBack" -> Some(Fold false)
            | _ -> Some Once
        else
            match Members.typeOf target, target.CompiledName with
            | ("System.Linq.Enumerable" | "System.Linq.ParallelEnumerable" | "System.Linq.AsyncEnumerable"), _ -> Some ForEach
            | ("System.Collections.Generic.List`1" | "System.Array"), _ -> Some ForEach
            | "System.Threading.Tasks.Parallel", name when name <> "Invoke" -> Some ForEach
            | _ -> None

    /// Whether the function that is run gets the item's index first.
    let isIndexed (target: FSharpMemberOrFunctionOrValue) =
        isOfModule target
        && (target.CompiledName.EndsWith "Indexed" || target.CompiledName.EndsWith "Indexed2")

    /// Whether it gives the items of the collection unchanged.
    let isSame (target: FSharpMemberOrFunctionOrValue) =
        (isOfModule target
         && List.contains target.CompiledName [ "ToList"; "ToArray"; "ToSeq"; "OfSeq"; "OfList"; "OfArray"; "Cache"; "Copy"; "ReadOnly"; "Cast" ])
        || (target.CompiledName = "CreateSequence" && Members.typeOf target = "Microsoft.FSharp.Core.Operators")

    /// Whether it passes on only the items that meet a condition.
    let isFilter (target: FSharpMemberOrFunctionOrValue) =
        List.contains target.CompiledName [ "Filter"; "Where"; "TakeWhile" ]

    /// Whether its items are items of the collection in its last argument.
    let keepsItems (target: FSharpMemberOrFunctionOrValue) =
        isOfModule target
        && (isSame target
            || isFilter target
            || List.contains
                target.CompiledName
                [ "Sort"
                  "SortBy"
                  "SortDescending"
                  "SortByDescending"
                  "SortWith"
                  "Distinct"
                  "DistinctBy"
                  "Reverse"
                  "Take"
                  "Truncate"
                  "Skip"
                  "SkipWhile"
                  "Tail" ])

    /// Whether it is a range of numbers.
    let isRange (target: FSharpMemberOrFunctionOrValue) =
        List.contains target.CompiledName [ "op_Range"; "op_RangeStep" ]
        || (Members.typeOf target = "System.Linq.Enumerable" && target.CompiledName = "Range")
