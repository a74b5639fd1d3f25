// why: a token is compared by its value, whichever name it has: a module's value, a literal, a static let, a local.
module Cases.ThroughNames

open AppFlow.Fluent

[<Literal>]
let Release = "t1001b-release"

let release = "t1001b-release"

module Tokens =
    let nightly = "t1001b-" + "release"

type Holder() =
    static let token = "t1001b-release"
    member _.Send() = ConnectorRegistration.Update("holder").WithClientToken(token).SendAsync() //~ AFF1001

let literal () = ConnectorRegistration.Update("literal").WithClientToken(Release).SendAsync() //~ AFF1001

let value () = ConnectorRegistration.Update("value").WithClientToken(release).SendAsync() //~ AFF1001

let nested () = ConnectorRegistration.Update("nested").WithClientToken(Tokens.nightly).SendAsync() //~ AFF1001

let local () =
    let token = "t1001b-release"
    let other = token
    ConnectorRegistration.Update("local").WithClientToken(other).SendAsync() //~ AFF1001

let lambda () =
    [ "one" ] |> List.map (fun label -> ConnectorRegistration.Update(label).WithClientToken(Release).SendAsync()) //~ AFF1001
