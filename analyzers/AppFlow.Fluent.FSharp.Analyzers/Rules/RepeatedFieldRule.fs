namespace AppFlow.Fluent.FSharp.Analyzers.Rules

open System.Collections.Generic
open AppFlow.Fluent.Rules.Catalog
open AppFlow.Fluent.Rules.Catalog.Messages
open AppFlow.Fluent.Rules.Shapes
open AppFlow.Fluent.FSharp.Analyzers
open AppFlow.Fluent.FSharp.Analyzers.Libraries
open AppFlow.Fluent.FSharp.Analyzers.Trees

/// AFF4003: a field that is set twice in one chain.
type internal RepeatedFieldRule(places: Places) =
    let messages = UsageMessages.FSharp

    // The request's own With… methods and the entry points.
    let isJudged (node: Node) (call: RequestCall) =
        match node.Shape, call.Kind with
        | Call _, Begin -> call.Request |> Option.exists _.IsOfLibrary
        | Call(_, target, _), With -> not call.IsOpen && not call.Given.IsEmpty && not target.IsExtensionMember
        | _ -> false

    let choiceOf (call: RequestCall) (given: Given) =
        if given.Field.Role = FieldRole.OperationId && not (isNull call.Shape.Token) then
            match call.Shape.Token with
            | null -> given.Field
            | token -> token
        else
            given.Field

    let parameterless (node: Node) =
        match node.Shape with
        | Call(_, target, _) -> if (Members.parametersOf target).IsEmpty then Some target else None
        | _ -> None

    let loses (earlier: Node) (later: Node) =
        match parameterless earlier, parameterless later with
        | Some one, Some other -> one <> other
        | _ -> true

    let gives (given: Given) = given.Value.IsSome || (given.HasConstant && not (isNull given.Constant))

    let nameOf (node: Node) =
        match node.Shape with
        | Call(_, target, _) -> target.DisplayNameCore
        | _ -> ""

    member _.Findings(reading: Reading) : Finding list =
        let calls = Dictionary<Node, RequestCall>(HashIdentity.Reference)

        for struct (node, call) in reading.Calls do
            calls[node] <- call

        let continued = HashSet<Node>(HashIdentity.Reference)

        let sourceOf (call: RequestCall) =
            match call.Kind, call.Source with
            | With, Some source -> Some(Parts.bare source)
            | _ -> None

        for call in calls.Values do
            sourceOf call |> Option.iter (fun source -> continued.Add source |> ignore)

        let rec chain (node: Node) : (Node * RequestCall) list =
            match calls.TryGetValue node with
            | true, call when call.Kind = Begin || call.Kind = With -> (sourceOf call |> Option.map chain |> Option.defaultValue []) @ [ node, call ]
            | _ -> []

        [ for struct (node, call) in reading.Calls do
              match call.Request with
              | Some kind when (call.Kind = With || call.Kind = Begin) && not (continued.Contains node) && not (reading.IsWithin kind) && not (reading.IsAsserted node) ->
                  let setters = Dictionary<Field, Node * RequestCall * Given>(HashIdentity.Reference)

                  for link, call in chain node do
                      if not (isJudged link call) then
                          setters.Clear()
                      else
                          for given in call.Given do
                              if gives given then
                                  let choice = choiceOf call given

                                  match setters.TryGetValue choice with
                                  | true, (earlier, earlierCall, before) when loses earlier link ->
                                      Report.at
                                          RuleIds.FieldSetTwice
                                          (places.NameOf earlier)
                                          (messages.SetTwice(before.Field.Name, nameOf link, (earlierCall.Kind = Begin)))
                                  | _ -> ()

                                  setters[choice] <- (link, call, given)
                              else
                                  setters.Remove(choiceOf call given) |> ignore
              | _ -> () ]
