namespace AppFlow.Fluent.FSharp.Analyzers.Rules

open FSharp.Compiler.Text
open AppFlow.Fluent.Rules.Catalog
open AppFlow.Fluent.Rules.Catalog.Messages
open AppFlow.Fluent.Rules.Shapes
open AppFlow.Fluent.FSharp.Analyzers
open AppFlow.Fluent.FSharp.Analyzers.Libraries

/// Makes findings with the message and the severity of a rule.
module internal Report =
    let private rules = dict [ for rule in RuleCatalog.All -> rule.Id, rule ]

    /// A finding of a rule at a position.
    let at (id: string) (range: range) (message: string) : Finding =
        let rule = rules[id]

        { Id = id
          Category = rule.Category
          Severity = (if rule.Severity = RuleSeverity.Info then Info else Warning)
          Range = range
          Message = message.ReplaceLineEndings " " }

    /// The owner of a shape's request or wrapper, and whether the client makes a token if none is given.
    let originOf (kinds: RequestKinds) (shape: RequestShape) : RequestOrigin * bool =
        match shape.Operation with
        | :? string as name when name.StartsWith "AppFlow.Fluent." && kinds.IsOfLibrary name && not shape.IsPartOfOther -> RequestOrigin.AppFlow, true
        | _ -> RequestOrigin.Own, false
