// why: the second places.
module Cases.TwoFiles.Second

open AppFlow.Fluent

let nightly () =
    "billing"
    |> ConnectorRegistration.Update
    |> _.WithClientToken("t1001d-nightly") //~ AFF1001
    |> _.SendAsync()

let weekly () = ConnectorRegistration.Update("billing").WithClientToken(Constants.weekly).SendAsync() //~ AFF1001
