namespace AppFlow.Fluent.FSharp.Analyzers.Lowering

open AppFlow.Fluent.Rules.Terms
open AppFlow.Fluent.FSharp.Analyzers.Libraries
open AppFlow.Fluent.FSharp.Analyzers.Trees

/// Values as text, and reads of a clock.
module internal Formats =
    /// A reading of a point in time with that precision.
    let reading (c: Context) (value: Term) (grain: ClockGrain) (symbol: obj) (place: Node) : Term =
        match value with
        | :? Root as root when root.Site.Kind = SiteKind.Clock -> c.Make(SiteKind.Clock, place, Clocks.coarser root.Site.Grain grain)
        | _ -> Context.Pure(grain, Context.Pure(symbol, value))

    /// A value as text.
    let asText (c: Context) (value: Term) (ty: FSharp.Compiler.Symbols.FSharpType) (format: string) (place: Node) : Term =
        let name = Types.name ty

        if Types.isPointInTime ty then
            reading c value (Clocks.grainOfFormat format name) ("format " + format) place
        elif format = "" || name = "System.String" || (value :? Constant) then
            value
        else
            Context.Pure("format " + format, value)

    /// A composed text.
    let text (c: Context) (parts: TextPart list) (place: Node) : Term =
        TermFactory.Text
            [| for part in parts do
                   match part with
                   | Written text -> Constant text :> Term
                   | Shown(value, format) -> asText c (Functions.term c value) value.Type format place
                   | Hidden -> c.Unknown place |]
