// why: a property of the user's own class that is marked as a token takes part as a marked parameter does, whether an object is made with it or gets it later.
module Cases.TokenProperties

open System
open System.Threading.Tasks
open AppFlow.Fluent.Annotations

type Payment(amount: decimal) =
    member _.Amount = amount

    [<IdempotencyToken>]
    member val Key = "" with get, set

    member val Note = "" with get, set
    member val Deadline = TimeSpan.Zero with get, set

let pay (payment: Payment) : Task<string> = Task.FromResult payment.Key

let made () = pay (Payment(1m, Key = "token-properties-twice")) //~ AFF1001

let set () =
    let payment = Payment 2m
    payment.Key <- "token-properties-twice" //~ AFF1001
    pay payment

let once () = pay (Payment(3m, Note = "third", Key = "token-properties-once")) //~ AFF1003

let stamped () = pay (Payment(3m, Key = DateTime.UtcNow.ToString "yyyyMMddHHmmss")) //~ AFF1005

let each (amounts: decimal list) (key: string) =
    amounts |> List.map (fun amount -> pay (Payment(amount, Key = key))) |> Task.WhenAll //~ AFF1002

let eachNote (notes: string list) (key: string) =
    [ for note in notes -> pay (Payment(1m, Key = key, Note = note)) ] //~ AFF1002

let rec retried (amount: decimal) n : Task<string> =
    task {
        try
            return! pay (Payment(amount, Key = Guid.NewGuid().ToString())) //~ AFF1004
        with _ when n > 0 ->
            return! retried amount (n - 1)
    }

// Silent: a token for each payment, one payment more than once, no token, another property.
let own (amounts: decimal list) = amounts |> List.map (fun amount -> pay (Payment(amount, Key = Guid.NewGuid().ToString())))

let again (key: string) = [ for _ in 1..3 -> pay (Payment(1m, Key = key)) ]

let longer (key: string) = [ for seconds in [ 1.0; 2.0 ] -> pay (Payment(1m, Key = key, Deadline = TimeSpan.FromSeconds seconds)) ]

let without () = pay (Payment(1m, Key = null))

let noted () = pay (Payment(1m, Note = "token-properties-twice"))

let rec kept (amount: decimal) (key: string) n : Task<string> =
    task {
        try
            return! pay (Payment(amount, Key = key))
        with _ when n > 0 ->
            return! kept amount key (n - 1)
    }
