namespace AppFlow.Fluent.FSharp.Analyzers.Libraries

open System.Collections.Generic
open AppFlow.Fluent.Rules.Shapes
open AppFlow.Fluent.FSharp.Analyzers.Trees

/// A field to which a function gives a value, and the indexes of the parameters that the value is made of.
[<NoComparison; ReferenceEquality>]
type internal MadeField = { Field: Field; Parameters: int list }

/// Functions of the project that make requests: which fields vary with which of their parameters.
type internal RequestMakers(calls: Wrappers) =
    let known = Dictionary<int, MadeField list>()

    let rec givenIn (node: Node) : Given seq =
        seq {
            match node.Shape with
            | Call(receiver, target, arguments) ->
                match calls.OfCall(receiver, target, arguments) with
                | Some call when call.Kind = Begin || call.Kind = With -> yield! call.Given
                | _ -> ()
            | _ -> ()

            for part in Parts.of' node do
                yield! givenIn part
        }

    let read (declaration: Declaration) =
        [ for given in givenIn declaration.Body do
              match given.Value with
              | Some value when given.Field.Role = FieldRole.Content ->
                  match [ for index, name in List.indexed declaration.Parameters do if Parts.uses name value > 0 then index ] with
                  | [] -> ()
                  | parameters -> { Field = given.Field; Parameters = parameters }
              | _ -> () ]
        |> List.distinctBy _.Field.Name

    /// The fields that vary with the parameters of a function, each once.
    member _.FieldsOf(declaration: Declaration) : MadeField list =
        match known.TryGetValue declaration.Number with
        | true, fields -> fields
        | _ ->
            let fields = read declaration
            known.Add(declaration.Number, fields)
            fields
