// why: the label of an update is required, and no path sets it; the place is the send's name.
module Mechanics.ALabelIsMissing

open AppFlow.Fluent

let publish () =
    ConnectorRegistration.Update()
    |> _.WithDescription("adds paging")
    |> _.SendAsync() //~ AFF2001
