// why: an operation id that is new at every run is another step at every run.
module Cases.FreshIds

open System
open AppFlow.Fluent

let guid (label: string) = ConnectorRegistration.Update(label).WithOperationId(Guid.NewGuid().ToString()).SendAsync() //~ AFF1006

let formatted (label: string) = ConnectorRegistration.Update(label).WithOperationId(Guid.NewGuid().ToString("N")).SendAsync() //~ AFF1006

let byString (label: string) =
    label
    |> ConnectorRegistration.Update
    |> _.WithOperationId(string (Guid.NewGuid())) //~ AFF1006
    |> _.SendAsync()

let token (label: string) = ConnectorRegistration.Update(label).WithOperationId(ClientToken.New()).SendAsync() //~ AFF1006

let named (label: string) =
    task {
        let id = $"release-{Guid.NewGuid()}"
        let! updated = ConnectorRegistration.Update(label).WithOperationId(id).SendAsync() //~ AFF1006
        return updated.ConnectorArn
    }

let random (label: string) = ConnectorRegistration.Update(label).WithOperationId(sprintf "run-%d" (Random.Shared.Next())).SendAsync() //~ AFF1006

let clock (label: string) = ConnectorRegistration.Update(label).WithOperationId($"run-{DateTime.UtcNow.Ticks}").SendAsync() //~ AFF1006

let inALoop (labels: string list) =
    labels |> List.map (fun label -> ConnectorRegistration.Update(label).WithOperationId(ClientToken.New()).SendAsync()) //~ AFF1006

let joined (label: string) = ConnectorRegistration.Update(label).WithOperationId(String.concat "-" [ "run"; Guid.NewGuid().ToString "N" ]).SendAsync() //~ AFF1006
