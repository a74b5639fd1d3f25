// why: nothing varies in the token but a clock of a second, a minute or an hour.
module Cases.CoarseClocks

open System
open AppFlow.Fluent

let seconds (label: string) =
    ConnectorRegistration.Update(label).WithClientToken(DateTime.Now.ToString("yyyyMMddHHmmss")).SendAsync() //~ AFF1005

let plain (label: string) = ConnectorRegistration.Update(label).WithClientToken(DateTime.Now.ToString()).SendAsync() //~ AFF1005

let byString (label: string) = ConnectorRegistration.Update(label).WithClientToken(string DateTime.Now).SendAsync() //~ AFF1005

let interpolated (label: string) = ConnectorRegistration.Update(label).WithClientToken($"run-{DateTime.UtcNow:yyyyMMddHHmm}").SendAsync() //~ AFF1005

let printed (label: string) =
    label
    |> ConnectorRegistration.Update
    |> _.WithClientToken(sprintf "run-%d" (DateTimeOffset.UtcNow.ToUnixTimeSeconds())) //~ AFF1005
    |> _.SendAsync()

let kept (label: string) =
    let now = DateTimeOffset.Now
    let stamp = now.ToString("yyyy-MM-dd-HH")
    ConnectorRegistration.Update(label).WithClientToken(stamp).SendAsync() //~ AFF1005

let withTheLabel (label: string) =
    ConnectorRegistration.Update(label).WithClientToken(label + "-" + DateTime.UtcNow.ToString("s")).SendAsync() //~ AFF1005

let hour (label: string) = ConnectorRegistration.Update(label).WithClientToken(sprintf "%i" DateTime.Now.Hour).SendAsync() //~ AFF1005

let joined (label: string) = ConnectorRegistration.Update(label).WithClientToken(String.Join("-", "run", DateTime.UtcNow.ToString "HHmm")).SendAsync() //~ AFF1005

let joinedArray (label: string) =
    ConnectorRegistration.Update(label).WithClientToken(String.Join('-', [| label; DateTime.UtcNow.ToString "HHmm" |])).SendAsync() //~ AFF1005

let joinedList (label: string) =
    ConnectorRegistration.Update(label).WithClientToken(String.concat "-" [ "run"; DateTime.UtcNow.ToString "HHmm" ]).SendAsync() //~ AFF1005
