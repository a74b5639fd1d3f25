// why: the service refuses a comma in a description, and a label of one character.
module Mechanics.RefusedValues

open AppFlow.Fluent

let comma () = ConnectorRegistration.Update("orders").WithDescription("adds paging, and filters").SendAsync() //~ AFF3001

let short () = ConnectorRegistration.Update("o").SendAsync() //~ AFF3001

let fine () = ConnectorRegistration.Update("orders").WithDescription("adds paging").SendAsync()
