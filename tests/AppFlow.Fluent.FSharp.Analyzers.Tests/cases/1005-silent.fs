// why: a date is a decision; ticks, milliseconds and round-trip formats are finer than a second; other parts vary; other dates are no clock.
module Cases.NoCoarseClock

open System
open System.Diagnostics
open AppFlow.Fluent

let date (label: string) = ConnectorRegistration.Update(label).WithClientToken(DateTime.UtcNow.ToString("yyyyMMdd")).SendAsync()

let today (label: string) = ConnectorRegistration.Update(label).WithClientToken(DateTime.Today.ToString "s").SendAsync()

let dateOnly (label: string) =
    ConnectorRegistration.Update(label).WithClientToken(DateOnly.FromDateTime(DateTime.Now).ToString()).SendAsync()

let ticks (label: string) = ConnectorRegistration.Update(label).WithClientToken($"run-{DateTime.UtcNow.Ticks}").SendAsync()

let milliseconds (label: string) =
    ConnectorRegistration.Update(label).WithClientToken(string (DateTimeOffset.UtcNow.ToUnixTimeMilliseconds())).SendAsync()

let roundTrip (label: string) = ConnectorRegistration.Update(label).WithClientToken($"{DateTimeOffset.UtcNow:o}").SendAsync()

let fractions (label: string) = ConnectorRegistration.Update(label).WithClientToken(DateTime.UtcNow.ToString "HHmmss.fff").SendAsync()

let stopwatch (label: string) = ConnectorRegistration.Update(label).WithClientToken(sprintf "%d" (Stopwatch.GetTimestamp())).SendAsync()

let withARun (label: string) (run: string) =
    ConnectorRegistration.Update(label).WithClientToken($"{run}-{DateTime.UtcNow:HHmmss}").SendAsync()

let withAGuid (label: string) =
    ConnectorRegistration.Update(label).WithClientToken($"{Guid.NewGuid()}-{DateTime.UtcNow:HHmmss}").SendAsync()

let given (label: string) (at: DateTime) = ConnectorRegistration.Update(label).WithClientToken(at.ToString("HHmmss")).SendAsync()

let inTheDescription (label: string) =
    ConnectorRegistration.Update(label).WithDescription("run of " + DateTime.UtcNow.ToString("yyyyMMdd HHmm")).SendAsync()

let printedOnly (label: string) =
    printfn $"{DateTime.Now}"
    ConnectorRegistration.Update(label).SendAsync()

let joinedWithMore (label: string) (run: string) =
    ConnectorRegistration.Update(label).WithClientToken(String.concat "-" [ run; DateTime.UtcNow.ToString "HHmm" ]).SendAsync()

let joinedUnknown (label: string) (parts: string list) = ConnectorRegistration.Update(label).WithClientToken(String.Join("-", parts)).SendAsync()
