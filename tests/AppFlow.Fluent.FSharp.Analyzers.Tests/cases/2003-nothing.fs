// why: null, empty or blank for a required field.
module Cases.NothingGiven

open System
open AppFlow.Fluent

[<Literal>]
let private Empty = ""

let private blank = "  "

let empty () = ConnectorRegistration.Update("").SendAsync() //~ AFF2003

let nothing () = ConnectorRegistration.Update(null).SendAsync() //~ AFF2003

let ofTheClass () = ConnectorRegistration.Update(String.Empty).SendAsync() //~ AFF2003

let literal () = Empty |> ConnectorRegistration.Update |> _.SendAsync() //~ AFF2003

let white () = ConnectorRegistration.Update(blank).SendAsync() //~ AFF2003

let byName () =
    let label = ""
    ConnectorRegistration.Describe(label).SendAsync() //~ AFF2003

let chain () = ConnectorRegistration.Update().WithConnectorLabel(" ").SendAsync() //~ AFF2003

let arm isLive = ConnectorRegistration.Update(if isLive then "live" else "").SendAsync() //~ AFF2003

let unregistered () = ConnectorRegistration.Unregister "" |> _.WithForceDelete() |> _.SendAsync() //~ AFF2003

let unchecked () = ConnectorRegistration.Update(Unchecked.defaultof<string>).SendAsync() //~ AFF2003

let lambda () = ConnectorRegistration.Register("orders").WithLambda("").SendAsync() //~ AFF2003

let ofATuple (description: string) =
    let label, note = "", description
    ConnectorRegistration.Update(label).WithDescription(note).SendAsync() //~ AFF2003
