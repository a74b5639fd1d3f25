// why: silent: constants, what is given, dates, ids that are kept, printed or returned, ids made once before a retry.
module Cases.LastingIds

open System
open System.IO
open AppFlow.Fluent

let constant (label: string) = ConnectorRegistration.Update(label).WithOperationId("release-42").SendAsync()

let given (label: string) (release: int) = ConnectorRegistration.Update(label).WithOperationId($"release-{release}").SendAsync()

let ofTheEnvironment (label: string) =
    ConnectorRegistration.Update(label).WithOperationId(Environment.GetEnvironmentVariable "RELEASE").SendAsync()

let date (label: string) = ConnectorRegistration.Update(label).WithOperationId($"nightly-{DateTime.Today:yyyyMMdd}").SendAsync() //~? AFF1006

let printed (label: string) =
    let id = Guid.NewGuid().ToString()
    printfn $"run {id}"
    ConnectorRegistration.Update(label).WithOperationId(id).SendAsync()

let stored (label: string) (path: string) =
    let id = Guid.NewGuid().ToString()
    File.WriteAllText(path, id)
    ConnectorRegistration.Update(label).WithOperationId(id).SendAsync()

let returned (label: string) =
    task {
        let id = Guid.NewGuid().ToString()
        let! _ = ConnectorRegistration.Update(label).WithOperationId(id).SendAsync()
        return id
    }

let retried (label: string) =
    let id = Guid.NewGuid().ToString()

    let rec attempt n =
        task {
            try
                return! ConnectorRegistration.Update(label).WithOperationId(id).SendAsync()
            with :? AppFlowException as e when e.IsRetryable && n < 3 ->
                return! attempt (n + 1)
        }

    attempt 1

let aToken (label: string) = ConnectorRegistration.Update(label).WithClientToken(Guid.NewGuid().ToString()).SendAsync()

let onSomePath (label: string) (id: string option) =
    ConnectorRegistration.Update(label).WithOperationId(match id with Some id -> id | None -> Guid.NewGuid().ToString()).SendAsync()
