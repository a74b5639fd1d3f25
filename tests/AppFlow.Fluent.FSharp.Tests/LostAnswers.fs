namespace AppFlow.Fluent.FSharp.Tests

open System.Net.Http

/// The worst network: every request arrives and is applied, but its answer is lost until the network is repaired.
type LostAnswers() =
    inherit DelegatingHandler(new SocketsHttpHandler(UseProxy = false))

    [<VolatileField>]
    let mutable isMended = false

    member _.Mend() = isMended <- true

    // A task is a closure, which cannot use base.
    member private _.Forward(request, cancellationToken) =
        base.SendAsync(request, cancellationToken)

    override this.SendAsync(request, cancellationToken) =
        task {
            let! response = this.Forward(request, cancellationToken)

            if not isMended then
                response.Dispose()
                raise (HttpRequestException "The connection was lost before the answer came.")

            return response
        }
