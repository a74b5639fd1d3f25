// why: the same constant at two places of the project, in this file and in the next one.
module Mechanics.OneTokenTwice

open AppFlow.Fluent

let orders () = ConnectorRegistration.Update("orders").WithClientToken("m001-release").SendAsync() //~ AFF1001

let billing () = ConnectorRegistration.Update("billing").WithClientToken("m001-release").SendAsync() //~ AFF1001
