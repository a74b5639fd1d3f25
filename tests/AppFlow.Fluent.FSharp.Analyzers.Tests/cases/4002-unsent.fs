// why: a request is built under a name, and nothing is done with it.
module Cases.Unsent

open AppFlow.Fluent

let plain (label: string) =
    let request = ConnectorRegistration.Update label //~ AFF4002
    printfn "built"

let chain (label: string) (arn: string) =
    let request = ConnectorRegistration.Register(label).WithLambda(arn).WithDescription("first version") //~ AFF4002
    ()

let piped () =
    let request = ConnectorRegistration.List() |> _.WithMaxResults(20) //~ AFF4002
    0

let inATask (label: string) =
    task {
        let request = label |> ConnectorRegistration.Describe //~ AFF4002
        return label.Length
    }

let inAsync (label: string) =
    async {
        let request = ConnectorRegistration.Unregister(label).WithForceDelete() //~ AFF4002
        return ()
    }

let inALambda (labels: string list) =
    labels
    |> List.map (fun label ->
        let request = ConnectorRegistration.Update label //~ AFF4002
        label.Length)

let chosen isLive =
    let request = if isLive then ConnectorRegistration.Update "live" else ConnectorRegistration.Update "rehearsal" //~ AFF4002
    printfn "chosen"

let ofTwo (label: string) =
    let first = ConnectorRegistration.Update label
    let second = ConnectorRegistration.Update label //~ AFF4002
    first.SendAsync()

let reassigned (label: string) =
    let mutable request = ConnectorRegistration.Update() //~ AFF4002
    request <- request.WithConnectorLabel label
    printfn "built"

let annotated (label: string) =
    let request: UpdateConnectorRegistrationRequest = ConnectorRegistration.Update label //~ AFF4002
    label
