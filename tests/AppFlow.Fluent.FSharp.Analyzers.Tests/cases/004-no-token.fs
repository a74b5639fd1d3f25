// why: no token, a token from elsewhere and an operation id are what the library is made for.
module Mechanics.NoToken

open AppFlow.Fluent

let none () = ConnectorRegistration.Update("orders").SendAsync()

let given (token: string) = ConnectorRegistration.Update("orders").WithClientToken(token).SendAsync()

let named (release: string) = ConnectorRegistration.Update("orders").WithOperationId(release).SendAsync()
