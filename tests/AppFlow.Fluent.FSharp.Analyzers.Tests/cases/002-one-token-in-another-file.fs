// why: AFF1001 counts places across the files of the project.
module Mechanics.OneTokenInAnotherFile

open AppFlow.Fluent

let stock () = ConnectorRegistration.Update("stock").WithClientToken("m001-release").SendAsync() //~ AFF1001
