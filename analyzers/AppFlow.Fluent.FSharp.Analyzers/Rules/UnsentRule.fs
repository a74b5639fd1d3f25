namespace AppFlow.Fluent.FSharp.Analyzers.Rules

open System.Collections.Generic
open System.Text.RegularExpressions
open AppFlow.Fluent.Rules.Catalog
open AppFlow.Fluent.Rules.Catalog.Messages
open AppFlow.Fluent.FSharp.Analyzers
open AppFlow.Fluent.FSharp.Analyzers.Libraries
open AppFlow.Fluent.FSharp.Analyzers.Trees

/// What a body does with the names that hold requests.
type private NameUse() =
    member val Depth = 0 with get, set
    member val IsBuilt = false with get, set
    member val IsUsed = false with get, set
    member val Heirs = HashSet<Name>(HashIdentity.Reference) with get

/// Where the value of an expression goes.
[<NoComparison; ReferenceEquality>]
type private Target =
    | Used
    | Nowhere
    | Into of Name

/// AFF4002: a request that is built and never sent.
type internal UnsentRule(places: Places, wrappers: Wrappers, kinds: RequestKinds) =
    let messages = UsageMessages.FSharp

    let isLink (node: Node) =
        match node.Shape with
        | Call(receiver, target, arguments) ->
            match wrappers.OfCall(receiver, target, arguments) with
            | Some call when call.Kind = With || call.Kind = Begin -> Some call
            | _ -> None
        | Record(ty, values) -> wrappers.OfRecord(ty, values) |> Option.filter (fun call -> call.Request.IsSome)
        | Create(target, arguments) -> wrappers.OfCreation(target, arguments) |> Option.filter (fun call -> call.Request.IsSome)
        | _ -> None

    let isCounted (name: Name) (value: Node) =
        not name.Symbol.IsCompilerGenerated
        && not (name.Text.StartsWith "_")
        && not name.Symbol.IsModuleValueOrMember
        && (kinds.OfType name.Symbol.FullType).IsSome
        && not (name.Text.StartsWith "``")
        && not (isNull (box value))

    let rec collect (uses: Dictionary<Name, NameUse>) depth (node: Node) =
        match node.Shape with
        | Let(name, value, _) when isCounted name value -> uses[name] <- NameUse(Depth = depth)
        | _ -> ()

        let depth =
            match node.Shape with
            | Lambda _ -> depth + 1
            | _ -> depth

        List.iter (collect uses depth) (Parts.of' node)

    // A value that is built elsewhere may be sent elsewhere.
    let rec give (uses: Dictionary<Name, NameUse>) (own: NameUse) (value: Node) =
        match (Parts.bare value).Shape with
        | Null -> ()
        | Use other when uses.ContainsKey other -> ()
        | If(_, one, other) ->
            give uses own one
            give uses own other
        | Match(_, arms) -> arms |> List.iter (snd >> give uses own)
        | Let(_, _, body)
        | Sequence(_, body) -> give uses own body
        | _ when (isLink (Parts.bare value)).IsSome -> own.IsBuilt <- true
        | Call(_, target, _) when KnownMembers.raises target -> ()
        | _ -> own.IsUsed <- true

    let rec visit (uses: Dictionary<Name, NameUse>) depth (target: Target) (node: Node) : unit =
        let go = visit uses depth

        match node.Shape with
        | Use name when uses.ContainsKey name ->
            let own = uses[name]

            if own.Depth <> depth then
                own.IsUsed <- true
            else
                match target with
                | Used -> own.IsUsed <- true
                | Into heir -> own.Heirs.Add heir |> ignore
                | Nowhere -> ()
        | Let(name, value, body) ->
            match uses.TryGetValue name with
            | true, own ->
                give uses own value
                go (Into name) value
            | _ -> go Used value

            go target body
        | Assign(name, value) when uses.ContainsKey name ->
            give uses uses[name] value
            if uses[name].Depth <> depth then uses[name].IsUsed <- true
            go (Into name) value
        | Sequence(first, rest) ->
            go (if (isLink (Parts.bare first)).IsSome then Nowhere else Used) first
            go target rest
        | If(condition, one, other) ->
            go Used condition
            go target one
            go target other
        | Match(decision, arms) ->
            go Used decision
            arms |> List.iter (snd >> go target)
        | Coerce inner -> go target inner
        | Lambda(_, body) -> visit uses (depth + 1) Used body
        | _ ->
            match isLink node with
            | Some call when call.Kind = With && call.Source.IsSome ->
                let source = Parts.bare call.Source.Value
                go target source

                for part in Parts.of' node do
                    if not (obj.ReferenceEquals(Parts.bare part, source)) then go Used part
            | _ -> List.iter (go Used) (Parts.of' node)

    let spread (start: Name seq) (next: Name -> Name seq) =
        let found = HashSet<Name>(start, HashIdentity.Reference)
        let unread = Stack<Name>(found)

        while unread.Count > 0 do
            for name in next (unread.Pop()) do
                if found.Add name then unread.Push name

        found

    // If several names belong to one chain, only the last is reported.
    let inVain (uses: Dictionary<Name, NameUse>) : Name list =
        let forward (name: Name) = uses[name].Heirs :> Name seq
        let backward (name: Name) = uses |> Seq.filter (fun pair -> pair.Value.Heirs.Contains name) |> Seq.map _.Key
        let needed = spread (uses |> Seq.filter _.Value.IsUsed |> Seq.map _.Key) backward
        let built = spread (uses |> Seq.filter _.Value.IsBuilt |> Seq.map _.Key) forward

        let vain =
            built
            |> Seq.filter (needed.Contains >> not)
            |> Seq.sortByDescending (fun name -> name.Symbol.DeclarationLocation.StartLine, name.Symbol.DeclarationLocation.StartColumn)
            |> List.ofSeq

        let covered = HashSet<Name>(HashIdentity.Reference)
        let isLast name = forward name |> Seq.forall (fun heir -> obj.ReferenceEquals(heir, name))

        [ for name in List.filter isLast vain @ vain do
              if not (covered.Contains name) then
                  covered.UnionWith(spread [ name ] backward)
                  name ]

    // Under another preprocessor symbol the name may be used after all.
    let isMentionedElsewhere (declaration: Declaration) (name: Name) =
        let range = declaration.Body.Range
        let lines = places.LinesOf range.FileName
        let last = min lines.Length (max range.EndLine name.Symbol.DeclarationLocation.EndLine + 40)
        let region = [ for number in name.Symbol.DeclarationLocation.StartLine + 1 .. last -> number, lines[number - 1] ]

        region |> List.exists (fun (_, line) -> line.TrimStart().StartsWith "#if")
        && (let used = places.UsesOf(range.FileName, name.Text) |> List.map _.StartLine |> set

            region
            |> List.exists (fun (number, line) -> not (used.Contains number) && Regex.IsMatch(line, $@"(?<![\w']){Regex.Escape name.Text}(?![\w'])") && not (line.TrimStart().StartsWith "//")))

    member _.Findings(reading: Reading) : Finding list =
        let uses = Dictionary<Name, NameUse>(HashIdentity.Reference)
        collect uses 0 reading.Declaration.Body

        if uses.Count = 0 then
            []
        else
            visit uses 0 Used reading.Declaration.Body

            [ for name in inVain uses do
                  let kind = (kinds.OfType name.Symbol.FullType).Value

                  let isAsserted =
                      reading.Initial |> Seq.exists (fun pair -> obj.ReferenceEquals(pair.Key, name) && reading.IsAsserted pair.Value)

                  if not (reading.IsWithin kind) && not isAsserted && not (isMentionedElsewhere reading.Declaration name) then
                      Report.at RuleIds.UnsentRequest name.Symbol.DeclarationLocation (messages.Unsent(name.Text, Option.toObj kind.SendName)) ]
