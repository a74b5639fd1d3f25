module Diagnostics.Program

// Nothing here is sent: this sample shows the build's output. Each file makes the mistakes that its comments name.
printfn
    """Build this project:
  ClientTokens    one token for several calls, a hard-coded one, a clock for a token
  RetryLoops      a new token at each attempt
  RequiredFields  fields that no path sets, or not every path
  RefusedValues   values that the service will refuse
  LostRequests    requests that nobody sends, values that are set twice"""
