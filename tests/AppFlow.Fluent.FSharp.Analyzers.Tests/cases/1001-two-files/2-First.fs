// why: the first places.
module Cases.TwoFiles.First

open AppFlow.Fluent

let nightly () = ConnectorRegistration.Update("orders").WithClientToken(Constants.Nightly).SendAsync() //~ AFF1001

let weekly () = ConnectorRegistration.Update("orders").WithClientToken(Constants.weekly).SendAsync() //~ AFF1001
