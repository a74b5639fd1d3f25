namespace AppFlow.Fluent.FSharp.Analyzers.Lowering

open System.Collections.Generic
open AppFlow.Fluent.Rules.Shapes
open AppFlow.Fluent.Rules.Steps
open AppFlow.Fluent.Rules.Terms
open AppFlow.Fluent.FSharp.Analyzers.Libraries
open AppFlow.Fluent.FSharp.Analyzers.Trees

/// How the result of a send is awaited.
type internal Waiting =
    /// It is not awaited, or not at this place: its task is stored.
    | Later
    | Here
    /// It is awaited in a way that may fail with more than the send does.
    | WithMore

/// Requests that are made, changed and sent.
module internal Requests =
    [<Literal>]
    let private AllTasks = "all tasks"

    let private isSync (node: Node) = not (Types.isTask node.Type || Types.isAsync node.Type)

    let private sets (call: RequestCall) (values: Dictionary<Node, Term>) : FieldSet array =
        [| for given in call.Given do
               match given.Value with
               | Some node ->
                   let value = values[node]
                   let value = if given.Maker = "" then value else Context.Pure(given.Maker, value)
                   FieldSet(given.Field, value, Place = node)
               | None when given.HasConstant -> FieldSet(given.Field, Constant given.Constant)
               | None -> FieldSet(given.Field, null) |]

    let private create (c: Context) (call: RequestCall) (source: Term option) values (place: Node) : Term =
        let site = Site(SiteKind.Request, place)
        c.Add(CreateStep(site, call.Shape, sets call values, Source = Option.toObj source, IsOpen = call.IsOpen, Place = place))
        site.Value

    /// <summary>A request that a function of the project makes: unknown, but varying with the arguments that its code puts into the request's fields.</summary>
    /// <param name="c">The walk.</param>
    /// <param name="declaration">The function.</param>
    /// <param name="arguments">Its arguments, which were lowered before.</param>
    /// <param name="place">The call.</param>
    /// <param name="value">The call's unknown result.</param>
    let made (c: Context) (declaration: Declaration) (arguments: Node list) (place: Node) (value: Term) : Term =
        // An argument that does more than give a value is not lowered again.
        let isPlain index = index < arguments.Length && not (c.Concerns arguments[index]) && not (Parts.bare arguments[index]).Shape.IsLambda

        match c.Kinds.OfType place.Type with
        | Some kind ->
            let sets =
                [| for field in c.Makers.FieldsOf declaration do
                       if List.forall isPlain field.Parameters then
                           let terms = [| for index in field.Parameters -> Functions.term c arguments[index] |]
                           FieldSet(field.Field, Context.Pure($"{declaration.Number} {field.Field.Name}", terms)) |]

            if sets.Length = 0 then
                value
            else
                let site = Site(SiteKind.Request, place)
                c.Add(CreateStep(site, kind.Shape, sets, IsOpen = true, Place = place))
                site.Value
        | None -> value

    let private send (c: Context) (call: RequestCall) (request: Term) (client: Term option) waiting (place: Node) : Term =
        let isAwaited = waiting <> Later || isSync place
        let task = Site(SiteKind.Task, place, GivesNoNull = (call.Request |> Option.exists _.IsOfLibrary))

        let failures =
            match call.Shape.Failures with
            | :? LibraryFailures when waiting = WithMore || c.Pipelines > 0 -> LibraryFailures.WithWaitFailures :> FailureModel
            | failures -> failures

        c.Add(
            SendStep(
                request,
                call.Shape,
                task,
                Client = Option.toObj client,
                IsAwaited = isAwaited,
                IsWrapper = (call.Kind = Wrapper),
                Failures = failures,
                Place = place
            )
        )

        if isAwaited then c.ThrownHere.Add task |> ignore
        task.Value

    /// Lowers a call that does something to a request; its parts run in order, each once.
    let request (c: Context) (call: RequestCall) (parts: Node list) waiting (place: Node) : Term =
        let values = Dictionary<Node, Term>(HashIdentity.Reference)

        for part in parts do
            let bare = Parts.bare part
            let value = Functions.term c bare
            values[part] <- value
            values[bare] <- value

            if call.Kind = Wrapper then Functions.keep c bare (Plain value) |> ignore

        for given in call.Given do
            match given.Value with
            | Some node when not (values.ContainsKey node) -> values[node] <- Functions.term c node
            | _ -> ()

        let valueOf (node: Node) =
            match values.TryGetValue node with
            | true, value -> value
            | _ -> Functions.term c node

        let source = call.Source |> Option.map valueOf
        let client = call.Client |> Option.map valueOf
        let known () = source |> Option.defaultWith (fun () -> c.Unknown place)

        match call.Kind with
        | Begin
        | With -> create c call source values place
        | Mutate ->
            let request = known ()
            c.Add(MutateStep(request, call.Shape, sets call values, Place = place))
            request
        | Send -> send c call (known ()) client waiting place
        | Enumerate -> c.Unknown place
        | Wrapper -> send c call (create c call None values place) client waiting place

    /// The result of an await. If the send was not yet known to throw its failures, it throws them here.
    let rec awaited (c: Context) (task: Term) (place: Node) : Term =
        match task with
        | :? Apply as apply when apply.Function.Symbol = AllTasks ->
            for one in apply.Operands do
                awaited c one place |> ignore

            c.Unknown place
        | :? Root as root when root.Site.Kind = SiteKind.Task && c.ThrownHere.Contains root.Site -> TermFactory.Apply(Function.Result, task)
        | :? Root as root when root.Site.Kind <> SiteKind.Task -> task
        | :? Constant -> task
        | :? Variable as variable when c.Results.Contains variable -> task
        | _ ->
            c.Add(AwaitStep(task, Place = place))
            TermFactory.Apply(Function.Result, task)

    /// Tasks that are awaited together.
    let together (tasks: Term list) : Term = Context.Pure(AllTasks, Array.ofList tasks)

    let private targetOf (node: Node) =
        match node.Shape with
        | Call(_, target, _) -> Members.typeOf target, target.CompiledName
        | _ -> "", ""

    /// The result of awaiting an expression; a send throws its failures here.
    let rec await (c: Context) (node: Node) waiting (place: Node) : Term =
        match node.Shape, targetOf node with
        | (Coerce inner | AddressOf inner), _ -> await c inner waiting place
        | Call(None, _, [ task ]), ("Microsoft.FSharp.Control.FSharpAsync", "AwaitTask") -> await c task WithMore place
        | Call(None, _, [ inner ]), ("Microsoft.FSharp.Control.FSharpAsync", ("Ignore" | "StartChild" | "StartAsTask" | "StartImmediateAsTask")) -> await c inner waiting place
        | Call(None, _, inner :: _), ("Microsoft.FSharp.Control.FSharpAsync", ("StartAsTask" | "RunSynchronously" | "StartImmediateAsTask")) -> await c inner waiting place
        | Call(Some task, _, arguments), (_, ("ConfigureAwait" | "AsTask" | "GetAwaiter" | "WaitAsync" as name)) when Types.isTask task.Type ->
            let value = await c task (if name = "WaitAsync" then WithMore else waiting) place

            for argument in arguments do
                Functions.term c argument |> ignore

            value
        | Call(receiver, target, arguments), _ ->
            match c.Wrappers.OfCall(receiver, target, arguments) with
            | Some call when call.Kind = Send || call.Kind = Wrapper ->
                let task = request c call (Option.toList receiver @ arguments) waiting node
                TermFactory.Apply(Function.Result, task)
            | _ -> ofValue c node place
        | _ -> ofValue c node place

    and private ofValue c node place =
        match Functions.funcOf c node with
        | Choice1Of2(Cold _ as computation) ->
            match Functions.call c computation [] place with
            | Plain term -> term
            | Func func -> Functions.stored c func place
        | Choice1Of2 func -> Functions.stored c func place
        | Choice2Of2 task -> awaited c task place

    /// Starts the computation that an expression denotes, if it denotes one.
    let begun (c: Context) (node: Node) : Term =
        match Functions.funcOf c node with
        | Choice1Of2(Cold _ as computation) ->
            match Functions.call c computation [] node with
            | Plain term -> term
            | Func func -> Functions.stored c func node
        | Choice1Of2 func -> Functions.stored c func node
        | Choice2Of2 term -> term
