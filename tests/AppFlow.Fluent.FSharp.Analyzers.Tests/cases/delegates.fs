// why: a delegate is a function: what its lambda sends is sent where it is invoked.
module Cases.Delegates

open System
open System.Threading.Tasks
open AppFlow.Fluent

type Retry =
    static member Run(times: int, work: Func<Task<'a>>) : Task<'a> =
        task {
            let mutable result = None
            let mutable n = 0

            while result.IsNone do
                try
                    let! value = work.Invoke()
                    result <- Some value
                with _ when n < times ->
                    n <- n + 1

            return result.Value
        }

    static member Each(labels: string list, work: Func<string, Task<'a>>) =
        task {
            for label in labels do
                let! _ = work.Invoke label
                ()
        }

let again (label: string) = Retry.Run(3, fun () -> ConnectorRegistration.Update(label).SendAsync()) //~ AFF1004

let againWithOneToken (label: string) (key: string) =
    Retry.Run(3, fun () -> ConnectorRegistration.Update(label).WithClientToken(key).SendAsync())

let each (token: string) (labels: string list) =
    Retry.Each(labels, fun label -> ConnectorRegistration.Update(label).WithClientToken(token).SendAsync()) //~ AFF1002

let eachWithItsOwn (labels: string list) =
    Retry.Each(labels, fun label -> ConnectorRegistration.Update(label).WithClientToken(ClientToken.New()).SendAsync())

let unknown (work: Func<Task<string>>) = work.Invoke()
