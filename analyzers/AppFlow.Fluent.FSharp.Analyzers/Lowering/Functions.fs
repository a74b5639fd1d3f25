namespace AppFlow.Fluent.FSharp.Analyzers.Lowering

open System.Collections.Generic
open AppFlow.Fluent.Rules.Steps
open AppFlow.Fluent.Rules.Terms
open AppFlow.Fluent.FSharp.Analyzers.Libraries
open AppFlow.Fluent.FSharp.Analyzers.Trees

/// Functions: what they do where they are called, where they are stored, and where they call themselves.
module internal Functions =
    // Each further copy of a function's code counts towards a limit.
    let private mostCopies = 96
    let private mostDepth = 12

    let private isRunning (c: Context) (body: Node) : Frame option =
        let rec find (frame: Frame option) =
            match frame with
            | Some current when not (obj.ReferenceEquals(current.Body, body)) -> find current.Outer
            | _ -> frame

        find c.Frame

    let private depth (c: Context) =
        let rec count (frame: Frame option) =
            match frame with
            | Some frame -> 1 + count frame.Outer
            | None -> 0

        count c.Frame

    let private mayRun (c: Context) (body: Node) =
        if depth c > mostDepth then
            false
        elif c.Lowered.Contains body then
            c.Copies <- c.Copies + 1
            c.Copies <= mostCopies
        else
            true

    /// Whether the code calls its own function.
    let callsItself (self: objnull) (body: Node) =
        match self with
        | :? Name as name -> Parts.uses name body > 0
        | :? string as key ->
            body
            |> Parts.exists (fun node ->
                match node.Shape with
                | Call(_, target, _) -> Members.key target = key
                | _ -> false)
        | _ -> false

    /// The names that code assigns to, including assignments in the functions that it calls.
    let assigned (c: Context) (nodes: Node list) : Name seq =
        let names = HashSet<Name>(HashIdentity.Reference)
        let seen = HashSet<Name>(HashIdentity.Reference)

        let rec visit (node: Node) =
            match node.Shape with
            | Assign(name, _) -> names.Add name |> ignore
            | SetAddress(address, _) ->
                match (Parts.bare address).Shape with
                | Use name -> names.Add name |> ignore
                | _ -> ()
            | AddressOf inner ->
                match inner.Shape with
                | Use name when name.Symbol.IsMutable -> names.Add name |> ignore
                | _ -> ()
            | Use name when seen.Add name ->
                match c.Bound.TryGetValue name with
                | true, func -> visitFunc func
                | _ -> ()
            | _ -> ()

            List.iter visit (Parts.of' node)

        and visitFunc func =
            match func with
            | Code(_, body, _)
            | Cold body -> visit body
            | Partial(func, _) -> visitFunc func
            | Joined(first, second) ->
                visitFunc first
                visitFunc second

        List.iter visit nodes
        names

    /// A loop over code.
    let loopOf (c: Context) (place: Node) name (parameters: Name seq) (nodes: Node list) : Loop =
        let sites = Dictionary<Variable, Site>()

        for name in Seq.append parameters (assigned c nodes) do
            sites[c.VariableOf name] <- Site(SiteKind.Counter, place)

        Loop(sites, Place = place, Name = name, Around = Option.toObj c.Loop)

    let beginRound (c: Context) (loop: Loop) (head: Block) =
        c.Graph.Continue head
        c.Loop <- Some loop
        c.Add(RoundStep(loop, Place = loop.Place))

    /// Starts the next round of the loop; what follows is outside the loop.
    let again (c: Context) (loop: Loop) (head: Block) =
        c.Add(AgainStep(loop, Place = loop.Place))
        c.Graph.Current.GoTo head
        c.Loop <- Option.ofObj loop.Around

    let private keepRequest (c: Context) (place: Node) (ty: FSharp.Compiler.Symbols.FSharpType) (term: Term) =
        match c.Kinds.OfType ty, term with
        | Some kind, (:? Root | :? Variable | :? Apply) -> c.Add(EscapeStep(term, MayChange = kind.Shape.IsMutable, Place = place))
        | _ -> ()

    // Whether a request from a chain of options, tasks and computations comes with the value.
    let rec private inner (ty: FSharp.Compiler.Symbols.FSharpType) =
        if Types.isTask ty || Types.isAsync ty || Types.isOption ty then
            Types.arguments ty |> List.tryHead |> Option.map inner |> Option.defaultValue ty
        else
            ty

    /// Passes a value to unknown code: a request may be sent there, a value may be stored there, a function may run there.
    let rec keep (c: Context) (place: Node) (value: Val) : Term =
        match value with
        | Plain term ->
            keepRequest c place (inner place.Type) term
            c.Add(UseStep(term, Place = place))
            term
        | Func func -> stored c func place

    /// Gives parameters their values. All are read before any is written, because a recursive call may exchange them.
    and private bindAll (c: Context) (parameters: Name list) (values: Val list) =
        let isRead (name: Name) =
            let variable = c.VariableOf name

            values
            |> List.exists (function
                | Plain term -> term.Contains(fun part -> part.Equals variable)
                | Func _ -> false)

        let values =
            if List.exists isRead parameters then
                values
                |> List.map (function
                    | Plain term when not (term :? Constant) ->
                        let temp = c.NewVariable()
                        c.Assign(temp, term)
                        Plain temp
                    | value -> value)
            else
                values

        List.iter2 (fun name value -> c.Bind(name, value)) parameters values

    /// Lowers a function's code here, after its parameters have their values.
    and private run (c: Context) (parameters: Name list) (body: Node) (self: objnull) : Val =
        c.Lowered.Add body |> ignore
        let frame = Frame(body, c.Frame, Parameters = parameters, IsNamed = not (isNull self))
        let loopBefore, arms, caught = c.Loop, c.Arms, c.Caught
        c.Frame <- Some frame
        beginFunction c frame self
        let value = c.Value body
        c.Frame <- frame.Outer
        c.Loop <- loopBefore
        c.Arms <- arms
        c.Caught <- caught
        value

    /// The block that a recursive call returns to.
    and beginFunction (c: Context) (frame: Frame) (self: objnull) =
        if callsItself self frame.Body then
            let name =
                match self with
                | :? Name as name -> name.Text
                | _ -> "function"

            let loop = loopOf c frame.Body name frame.Parameters [ frame.Body ]
            let start = c.Graph.NewBlock()
            frame.Start <- Some start
            frame.Loop <- Some loop
            beginRound c loop start

    // A recursive call starts the next round; its result is unknown.
    and private recursive (c: Context) (frame: Frame) (start: Block) (parameters: Name list) (values: Val list) (place: Node) : Val =
        let round, goesOn = c.Graph.NewBlock(), c.Graph.NewBlock()
        c.Fork(place, round, goesOn)
        c.Graph.Resume round
        bindAll c parameters values
        c.Add(AgainStep(frame.Loop.Value, Place = place))
        c.Graph.Current.GoTo start
        c.Graph.Resume goesOn
        Plain(c.Unknown place)

    /// The result of a function for arguments. A function that needs more of them waits for the rest.
    and call (c: Context) (func: Func) (arguments: Val list) (place: Node) : Val =
        match func with
        | Partial(func, before) -> call c func (before @ arguments) place
        | Joined(first, second) ->
            match arguments with
            | argument :: rest -> call c second [ call c first [ argument ] place ] place |> further c rest place
            | [] -> Func func
        | Cold body -> if mayRun c body && (isRunning c body).IsNone then run c [] body null else Plain(c.Unknown place)
        | Code(parameters, _, _) when arguments.Length < parameters.Length -> if arguments.IsEmpty then Func func else Func(Partial(func, arguments))
        | Code(parameters, body, self) ->
            let given, rest = List.splitAt parameters.Length arguments

            match isRunning c body with
            | Some frame ->
                match frame.Start with
                | Some start when isWithin c frame -> recursive c frame start parameters given place
                | _ ->
                    for value in given do
                        keepUnknown c place value

                    Plain(c.Unknown place)
            | None when mayRun c body ->
                bindAll c parameters given
                run c parameters body self |> further c rest place
            | None ->
                for value in given do
                    keepUnknown c place value

                Plain(c.Unknown place)

    // Only unnamed functions are between the call and its function, because functions that call each other form no loop.
    and private isWithin (c: Context) (frame: Frame) =
        let rec look (current: Frame option) =
            match current with
            | Some current -> obj.ReferenceEquals(current, frame) || (not current.IsNamed && look current.Outer)
            | None -> false

        look c.Frame

    and private keepUnknown (c: Context) (place: Node) (value: Val) =
        match value with
        | Plain term -> c.Add(UseStep(term, Place = place))
        | Func func -> stored c func place |> ignore

    and private further (c: Context) rest place value =
        match rest, value with
        | [], _ -> value
        | _, Func func -> call c func rest place
        | _, Plain _ ->
            for argument in rest do
                keepUnknown c place argument

            Plain(c.Unknown place)

    /// A stored function. It may run at an unknown time, with unknown arguments.
    and stored (c: Context) (func: Func) (place: Node) : Term =
        let runs, ends = c.Graph.NewBlock(), c.Graph.NewBlock()

        let maybe action =
            c.Fork(place, runs, ends)
            c.Graph.Resume runs
            action ()
            c.Graph.Continue ends

        match func with
        | Partial(Code(parameters, _, _) as code, before) when before.Length < parameters.Length ->
            maybe (fun () ->
                let rest = [ for _ in before.Length .. parameters.Length - 1 -> Plain(c.Unknown place) ]
                result c (call c code (before @ rest) place) place)
        | Joined(first, second) ->
            stored c first place |> ignore
            stored c second place |> ignore
        | Code(parameters, body, _) when (isRunning c body).IsNone && c.Concerns body ->
            maybe (fun () -> result c (call c func [ for _ in parameters -> Plain(c.Unknown place) ] place) body)
        | Cold body when (isRunning c body).IsNone && c.Concerns body -> maybe (fun () -> result c (call c func [] place) body)
        | _ ->
            c.Graph.Drop ends
            c.Graph.Drop runs

        c.Unknown place

    and private result (c: Context) (value: Val) (body: Node) =
        match value with
        | Plain term -> keepRequest c body (inner body.Type) term
        | Func func -> stored c func body |> ignore

    /// The result of an expression as a term; a function counts as stored by the code that gets it.
    let term (c: Context) (node: Node) : Term =
        match c.Value node with
        | Plain term -> term
        | Func func -> stored c func node

    /// The function that an expression denotes; none if it is another value, whose term is returned.
    let funcOf (c: Context) (node: Node) : Choice<Func, Term> =
        match c.Value node with
        | Func func -> Choice1Of2 func
        | Plain term -> Choice2Of2 term

    /// The code of a function.
    let rec bodyOf func =
        match func with
        | Code(_, body, _)
        | Cold body -> body
        | Partial(func, _) -> bodyOf func
        | Joined(_, second) -> bodyOf second

    /// Values for the parameters of a function: one that takes only <c>()</c> is called without a value.
    let unitFor (parameters: Name list) (values: Val list) : Val list =
        if values.Length < parameters.Length && values.Length = parameters.Length - 1 then values @ [ Plain Constant.Null ]
        else values

    /// The result of a delegate whose function is known; none for any other.
    let ofDelegate (c: Context) (invoked: Node) (arguments: Node list) (place: Node) : Val option =
        match (Parts.bare invoked).Shape with
        | Use name ->
            match c.Bound.TryGetValue name with
            | true, (Code(parameters, _, _) as func) -> Some(call c func (arguments |> List.map c.Value |> unitFor parameters) place)
            | _ -> None
        | _ -> None
