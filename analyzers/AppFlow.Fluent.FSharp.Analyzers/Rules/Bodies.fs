namespace AppFlow.Fluent.FSharp.Analyzers.Rules

open System.Threading
open System.Collections.Generic
open FSharp.Compiler.Symbols
open AppFlow.Fluent.Rules.Flow
open AppFlow.Fluent.Rules.Judges
open AppFlow.Fluent.Rules.Shapes
open AppFlow.Fluent.FSharp.Analyzers.Libraries
open AppFlow.Fluent.FSharp.Analyzers.Lowering
open AppFlow.Fluent.FSharp.Analyzers.Trees

/// An expression that gives a hard-coded token to a request that is or may be sent.
[<NoComparison; ReferenceEquality>]
type internal TokenPlace =
    { Place: Node
      Values: string list
      Shape: RequestShape
      Facts: PlaceFacts
      /// The member that limits where the token counts, if its type is a type of tests.
      Scope: string option }

    /// Whether the service may confuse a call of one with a call of the other.
    member this.Meets(other: TokenPlace) = this.Shape.Operation.Equals other.Shape.Operation && this.Scope = other.Scope

/// Types of tests. Each test has its own service.
module internal Tests =
    let private attributes =
        [ "Xunit.FactAttribute"
          "Xunit.TheoryAttribute"
          "NUnit.Framework.TestAttribute"
          "NUnit.Framework.TestCaseAttribute"
          "NUnit.Framework.TestCaseSourceAttribute"
          "NUnit.Framework.TheoryAttribute"
          "Microsoft.VisualStudio.TestTools.UnitTesting.TestMethodAttribute"
          "TUnit.Core.TestAttribute"
          "TUnit.Core.BaseTestAttribute" ]

    /// The member that limits where tokens count; none outside of tests.
    let scopeOf (known: Dictionary<string, bool>) (symbol: FSharpMemberOrFunctionOrValue option) : string option =
        let isOfTests (entity: FSharpEntity) =
            let name = Types.nameOf entity

            match known.TryGetValue name with
            | true, answer -> answer
            | _ ->
                let answer = entity.MembersFunctionsAndValues |> Seq.exists (fun other -> Types.hasAttribute attributes other.Attributes)
                known.Add(name, answer)
                answer

        let rec around (entity: FSharpEntity option) =
            match entity with
            | Some entity -> isOfTests entity || around entity.DeclaringEntity
            | None -> false

        match symbol with
        | Some symbol when around symbol.DeclaringEntity -> Some symbol.FullName
        | _ -> None

/// The code of one declaration, lowered and analysed.
type internal Body(reading: Reading, flow: FlowResult, declarations: Declarations, tests: Dictionary<string, bool>) =
    let number = reading.Declaration.Number

    let valuesOf node = Constants.of' declarations reading.InitialOf node

    let kindOf (shape: RequestShape) (field: Field) =
        match reading.Calls |> Seq.tryPick (fun (struct (_, call)) -> if obj.ReferenceEquals(call.Shape, shape) then call.Request else None) with
        | Some kind -> kind.Fields |> List.tryFind (fun known -> obj.ReferenceEquals(known.Field, field))
        | None -> None

    let places =
        lazy
            (let scope = Tests.scopeOf tests reading.Declaration.Symbol
             let seen = HashSet<Node>(HashIdentity.Reference)

             [ for facts in flow.Places.Values do
                   match facts.Set.Place with
                   | :? Node as node when facts.Set.Field.Role = FieldRole.Token && facts.Requests.Count > 0 && node.Owner = number && not (reading.IsAsserted node) ->
                       let struct (_, request) = Seq.head facts.Requests
                       let constraints = kindOf request.Shape facts.Set.Field |> Option.map _.Property.Constraints

                       let isSent (value: HardCoded) =
                           match value.Value with
                           | :? string as text when not (System.String.IsNullOrWhiteSpace text) ->
                               match constraints with
                               | Some constraints -> isNull (constraints.Refusal(text :> obj))
                               | None -> true
                           | _ -> false

                       for place, values in valuesOf node |> List.filter isSent |> List.groupBy _.Place |> List.map (fun (place, values) -> place, values) do
                           if seen.Add place then
                               { Place = place
                                 Values = values |> List.map (fun value -> string value.Value) |> List.distinct
                                 Shape = request.Shape
                                 Facts = facts
                                 Scope = scope }
                   | _ -> () ])

    member _.Reading = reading
    member _.Flow = flow
    /// The places of the hard-coded tokens that count.
    member _.Places = places.Value

    /// Whether an expression is in this code, and not in the code of a function that was lowered along with it.
    member _.Holds(node: Node) = node.Owner = number && not (reading.IsAsserted node)

    /// The values of a hard-coded expression.
    member _.ValuesOf(node: Node) = valuesOf node

    /// Whether two places of this body send one request.
    member _.AreOneCall(one: TokenPlace, other: TokenPlace) = RepeatedCallJudge.AreOneCall(one.Facts, other.Facts)

    /// <summary>Lowers and analyses the code of a declaration; none if it does not concern requests, or is too large to be judged.</summary>
    static member Analyse(reading: Reading, declarations: Declarations, wrappers: Wrappers, makers: RequestMakers, functions: PureFunctions, kinds: RequestKinds, tests) : Body option =
        let context = Context(declarations, wrappers, makers, functions, kinds)

        let implies (made: objnull) (tested: objnull) =
            match made, tested with
            | (:? TestedType as made), (:? TestedType as tested) -> made.Is tested
            | (:? string as made), (:? TestedType as tested) -> tested.IsNamed made || tested.IsNamed "System.Object"
            | (:? TestedType as made), (:? string as tested) -> List.contains tested made.Names
            | _ -> not (isNull made) && made.Equals tested

        Expressions.lower context reading.Declaration reading.Initial
        |> Option.map (fun graph ->
            let flow = FlowAnalysis.Run(graph, (fun made tested -> implies made tested), CancellationToken.None)
            Body(reading, flow, declarations, tests))
