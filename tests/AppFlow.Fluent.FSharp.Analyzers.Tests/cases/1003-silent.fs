// why: no hard-coded token: made at run time, given, overwritten, refused by the service, blank, or the token of nothing that is sent.
module Cases.NoHardCodedToken

open System
open AppFlow.Fluent

let fresh (label: string) = ConnectorRegistration.Update(label).WithClientToken(ClientToken.New()).SendAsync()

let given (label: string) (token: string) = ConnectorRegistration.Update(label).WithClientToken(token).SendAsync()

let ofTheEnvironment (label: string) =
    ConnectorRegistration.Update(label).WithClientToken(Environment.GetEnvironmentVariable "TOKEN").SendAsync()

let joined (label: string) (run: string) = ConnectorRegistration.Update(label).WithClientToken("t1003b-" + run).SendAsync()

let interpolated (label: string) (run: int) = ConnectorRegistration.Update(label).WithClientToken($"t1003b-{run}").SendAsync()

let printed (label: string) (run: int) = ConnectorRegistration.Update(label).WithClientToken(sprintf "t1003b-%d" run).SendAsync()

let ofAnOption (label: string) (token: string option) =
    ConnectorRegistration.Update(label).WithClientToken(token |> Option.defaultValue "t1003b-default").SendAsync()

let private text () = "t1003b-function"

let ofAFunction (label: string) = ConnectorRegistration.Update(label).WithClientToken(text ()).SendAsync()

type Settings() =
    let token = "t1003b-field"
    member val Token = token with get, set
    member this.Send(label: string) = ConnectorRegistration.Update(label).WithClientToken(this.Token).SendAsync()

let onlyPrinted (label: string) =
    let request = ConnectorRegistration.Update(label).WithClientToken("t1003b-printed")
    printfn $"{request}"

let ofATuple (given: string * string) (token: string) =
    let label, first = given
    let other, second = "orders", token
    ConnectorRegistration.Update(label).WithClientToken(first).SendAsync(), ConnectorRegistration.Update(other).WithClientToken(second).SendAsync()
