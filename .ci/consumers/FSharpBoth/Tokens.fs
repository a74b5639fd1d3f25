module FSharpBoth.Tokens

open System.Diagnostics.CodeAnalysis
open AppFlow.Fluent

let orders () = ConnectorRegistration.Update("orders") |> _.WithClientToken("release") |> _.SendAsync()   // AFF1001

[<SuppressMessage("Values", "AFF3001:A constant that the service will refuse")>]
let refused () = ConnectorRegistration.Update("orders") |> _.WithDescription("adds paging, and filters") |> _.SendAsync()
