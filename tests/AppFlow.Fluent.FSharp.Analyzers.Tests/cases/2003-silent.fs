// why: values that say something, or may.
module Cases.SomethingGiven

open System
open AppFlow.Fluent

let given (label: string) = ConnectorRegistration.Update(label).SendAsync()

let literal () = ConnectorRegistration.Update("orders").SendAsync()

let ofTheEnvironment () = ConnectorRegistration.Update(Environment.GetEnvironmentVariable "LABEL").SendAsync()

let defaulted (label: string option) = ConnectorRegistration.Update(label |> Option.defaultValue "").SendAsync()

let orEmpty (label: string | null) = ConnectorRegistration.Update(match label with null -> "" | label -> label).SendAsync()

let joined (label: string) = ConnectorRegistration.Update("" + label + "").SendAsync()

let trimmed () = ConnectorRegistration.Update(" orders ".Trim()).SendAsync()

let changed (args: string array) =
    let mutable label = ""
    if args.Length > 0 then label <- args[0]
    ConnectorRegistration.Update(label).SendAsync()

let private text () = ""

let ofAFunction () = ConnectorRegistration.Update(text ()).SendAsync()

type Settings() =
    let label = ""
    member val Label = label with get, set
    member this.Send() = ConnectorRegistration.Update(this.Label).SendAsync()

let emptyDescription (label: string) = ConnectorRegistration.Update(label).WithDescription("").SendAsync()

let compared (label: string) = if label = "" then None else Some(ConnectorRegistration.Update(label).SendAsync())
