// why: in a module with a test each member has a service of its own; what an assertion expects to throw is silent.
module Cases.InTests

open System
open AppFlow.Fluent
open Xunit

[<Fact>]
let one () = ConnectorRegistration.Update("orders").WithClientToken("tx-test").SendAsync()

[<Fact>]
let two () = ConnectorRegistration.Update("billing").WithClientToken("tx-test").SendAsync()

[<Fact>]
let both () =
    task {
        let! _ = ConnectorRegistration.Update("orders").WithClientToken("tx-both").SendAsync() //~ AFF1001
        let! _ = ConnectorRegistration.Update("billing").WithClientToken("tx-both").SendAsync() //~ AFF1001
        return ()
    }

[<Fact>]
let throws () =
    Assert.Throws<ArgumentException>(fun () -> ConnectorRegistration.Update("") |> ignore) |> ignore
    Assert.Throws<ArgumentException>(fun () -> ConnectorRegistration.Update("x y").WithClientToken("tx-both") |> ignore) |> ignore
