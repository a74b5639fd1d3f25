// why: values that the service takes, and values of which too little is known.
module Cases.NotRefused

open AppFlow.Fluent

let label () = ConnectorRegistration.Update("orders-v2_1.0#a@b!").SendAsync()

let description (label: string) = ConnectorRegistration.Update(label).WithDescription("adds paging and sorting 2").SendAsync()

let empty (label: string) = ConnectorRegistration.Update(label).WithDescription("").SendAsync()

let arn (label: string) =
    ConnectorRegistration.Register(label).WithLambda("arn:aws:lambda:us-east-1:123456789012:function:orders").SendAsync()

let china (label: string) =
    ConnectorRegistration.Register(label).WithLambda("arn:aws-cn:lambda:cn-north-1:123456789012:function:orders").SendAsync()

let pageSize () = ConnectorRegistration.List().WithMaxResults(100).SendAsync()

let pageSizeOf (size: int) = ConnectorRegistration.List().WithMaxResults(size).SendAsync()

let interpolated (label: string) (what: string) = ConnectorRegistration.Update(label).WithDescription($"adds {what} and more").SendAsync()

let concatenated (label: string) (what: string) = ConnectorRegistration.Update(label).WithDescription("adds " + what).SendAsync()

let padded (label: string) (count: int) = ConnectorRegistration.Update(label).WithDescription($"%03d{count} pages").SendAsync()

let percent (label: string) (text: string) = ConnectorRegistration.Update(label).WithDescription(sprintf "%s and %A" text 3).SendAsync()

let replaced (label: string) = ConnectorRegistration.Update(label).WithDescription("adds, all".Replace(",", "")).SendAsync()

let changed (label: string) (what: string) =
    let mutable description = "adds: "
    description <- what
    ConnectorRegistration.Update(label).WithDescription(description).SendAsync()

let ofAFunction (label: string) =
    let describe () = "adds: all"
    ConnectorRegistration.Update(label).WithDescription(describe ()).SendAsync()

let region (name: string) = ConnectorRegistration.Update($"orders-{name}").SendAsync()

// Of one item, the separator is no part.
let joinedOne (label: string) (name: string) = ConnectorRegistration.Update(label).WithDescription(String.concat ", " [ name ]).SendAsync()

let joinedUnknown (label: string) (names: string list) = ConnectorRegistration.Update(label).WithDescription(String.concat ", " names).SendAsync()
