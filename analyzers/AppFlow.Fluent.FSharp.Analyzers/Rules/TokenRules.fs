namespace AppFlow.Fluent.FSharp.Analyzers.Rules

open System.Collections.Generic
open AppFlow.Fluent.Rules.Catalog
open AppFlow.Fluent.Rules.Catalog.Messages
open AppFlow.Fluent.Rules.Judges
open AppFlow.Fluent.FSharp.Analyzers
open AppFlow.Fluent.FSharp.Analyzers.Libraries
open AppFlow.Fluent.FSharp.Analyzers.Trees

/// AFF1001 to AFF1006. Each place gets one token rule at most: the first by id, except that AFF1005 comes before AFF1003.
type internal TokenRules(places: Places, kinds: RequestKinds) =
    let messages = TokenMessages.FSharp

    let reused (bodies: Body list) (decided: HashSet<Node>) : Finding list =
        let all = [ for body in bodies do for place in body.Places -> body, place ]

        let byValue = Dictionary<string, List<Body * TokenPlace>>()

        for body, place in all do
            for value in place.Values do
                match byValue.TryGetValue value with
                | true, others -> others.Add(body, place)
                | _ -> byValue.Add(value, List [ body, place ])

        [ for body, place in all do
              let other =
                  place.Values
                  |> List.tryPick (fun value ->
                      byValue[value]
                      |> Seq.tryFind (fun (otherBody, other) ->
                          not (obj.ReferenceEquals(other, place))
                          && other.Meets place
                          && not (obj.ReferenceEquals(otherBody, body) && body.AreOneCall(place, other)))
                      |> Option.map (fun (_, other) -> value, other))

              match other with
              | Some(value, other) when decided.Add place.Place ->
                  let origin, canBeLeftOut = Report.originOf kinds place.Shape
                  Report.at RuleIds.ReusedToken place.Place.Range (messages.Reused(value, places.Where other.Place.Range, origin, canBeLeftOut))
              | _ -> () ]

    // Each arm of a choice is a place. A constant that is blank or that the service refuses is never sent.
    let placesOf (body: Body) (finding: SharedTokenFinding) : Node list =
        match finding.Place with
        | :? Node as token when body.Holds token ->
            match body.ValuesOf token with
            | [] -> [ token ]
            | constants ->
                constants
                |> List.map _.Place
                |> List.distinctBy LanguagePrimitives.PhysicalHash
                |> List.filter (fun node -> body.Places |> List.exists (fun place -> obj.ReferenceEquals(place.Place, node)))
        | _ -> []

    let shared (body: Body) (decided: HashSet<Node>) : Finding list =
        [ for finding in SharedTokenJudge.Judge body.Flow do
              for node in placesOf body finding do
                  if decided.Add node then
                      let origin, canBeLeftOut = Report.originOf kinds finding.Shape
                      let text = places.TextOf node.Range

                      let message =
                          match finding.Other with
                          | :? Node as other -> messages.SharedByTwo(text, $"line {(places.NameOf other).StartLine}", origin, canBeLeftOut)
                          | _ ->
                              let isFunction = finding.LoopName <> "for" && finding.LoopName <> "while"
                              messages.SharedInRounds(text, isFunction, origin, canBeLeftOut)

                      Report.at RuleIds.SharedToken node.Range message ]

    let clocks (body: Body) (decided: HashSet<Node>) : Finding list =
        [ for finding in ClockTokenJudge.Judge body.Flow do
              match finding.Place with
              | :? Node as node when body.Holds node && decided.Add node ->
                  let origin, canBeLeftOut = Report.originOf kinds finding.Shape
                  Report.at RuleIds.ClockToken node.Range (messages.Clock(origin, canBeLeftOut))
              | _ -> () ]

    let hardCoded (body: Body) (decided: HashSet<Node>) : Finding list =
        [ for place in body.Places do
              if place.Scope.IsNone && decided.Add place.Place then
                  let origin, canBeLeftOut = Report.originOf kinds place.Shape
                  Report.at RuleIds.HardCodedToken place.Place.Range (messages.HardCoded(List.head place.Values, origin, canBeLeftOut)) ]

    let retried (body: Body) : Finding list =
        [ for finding in RetryJudge.Judge body.Flow do
              match finding.Place with
              | :? Node as send when body.Holds send ->
                  let origin, _ = Report.originOf kinds finding.Shape

                  let message =
                      if isNull finding.TokenPlace then
                          messages.NoneAtEachAttempt(finding.Shape.DisplayName, origin)
                      else
                          messages.FreshAtEachAttempt(finding.Shape.DisplayName, origin)

                  Report.at RuleIds.RetryWithFreshToken (places.NameOf send) message
              | _ -> () ]

    let operationIds (body: Body) : Finding list =
        [ for finding in OperationIdJudge.Judge body.Flow do
              match finding.Place with
              | :? Node as id when body.Holds id -> Report.at RuleIds.FreshOperationId id.Range (messages.FreshOperationId())
              | _ -> () ]

    /// All findings about tokens.
    member _.Findings(bodies: Body list) : Finding list =
        let decided = HashSet<Node>(HashIdentity.Reference)

        [ yield! reused bodies decided
          for body in bodies do
              yield! shared body decided

          for body in bodies do
              yield! clocks body decided
              yield! hardCoded body decided
              yield! retried body
              yield! operationIds body ]
