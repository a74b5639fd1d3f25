// why: the same constant at two places of the project, for the same operation: each is reported.
module Cases.AcrossFunctions

open AppFlow.Fluent

let orders () = "orders" |> ConnectorRegistration.Update |> _.WithClientToken("t1001a-shared") |> _.SendAsync() //~ AFF1001

let billing () =
    task {
        let! updated = ConnectorRegistration.Update("billing").WithClientToken("t1001a-shared").SendAsync() //~ AFF1001
        return updated.ConnectorArn
    }

let stock () =
    async {
        let request = ConnectorRegistration.Update "stock"
        let! updated = request.WithClientToken("t1001a-shared").SendAsync() |> Async.AwaitTask //~ AFF1001
        return updated.ConnectorArn
    }

// A template that leaves the function may be sent.
let template () = ConnectorRegistration.Update().WithClientToken("t1001a-shared") //~ AFF1001

type Deployer() =
    member _.Parts() = ConnectorRegistration.Update("parts").WithClientToken("t1001a-shared").SendAsync() //~ AFF1001

    static member Tools = ConnectorRegistration.Update("tools").WithClientToken("t1001a-shared").SendAsync() //~ AFF1001
