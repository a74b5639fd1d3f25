// why: each arm of a choice is a place, in `if` and in `match`; across branches that exclude each other a value counts too.
module Cases.Arms

open AppFlow.Fluent

let matched kind (label: string) =
    ConnectorRegistration
        .Update(label)
        .WithClientToken(
            match kind with
            | 1 -> "t1001e-one" //~ AFF1001
            | 2 -> "t1001e-two" //~ AFF1003
            | _ -> "t1001e-rest" //~ AFF1003
        )
        .SendAsync()

let one (label: string) = ConnectorRegistration.Update(label + "-one").WithClientToken("t1001e-one").SendAsync() //~ AFF1001

let branches live =
    if live then
        ConnectorRegistration.Update("live").WithClientToken("t1001e-branch").SendAsync() //~ AFF1001
    else
        ConnectorRegistration.Update("rehearsal").WithClientToken("t1001e-branch").SendAsync() //~ AFF1001

let chosenBefore live (label: string) =
    let token = if live then "t1001e-before" else "t1001e-other"
    ConnectorRegistration.Update(label).WithClientToken(token).SendAsync() //~ AFF1003

let notAll live (given: string) (label: string) =
    ConnectorRegistration.Update(label).WithClientToken(if live then "t1001e-part" else given).SendAsync()
