namespace AppFlow.Fluent.FSharp.Tests

open System.Net.Http

/// The network at its worst: every request arrives and is applied, and its answer is lost, until the network is mended.
type LostAnswers() =
    inherit DelegatingHandler(new SocketsHttpHandler(UseProxy = false))

    [<VolatileField>]
    let mutable isMended = false

    member _.Mend() = isMended <- true

    // A closure, which a task is, may not use base.
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
