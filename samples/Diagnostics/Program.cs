using Diagnostics;

// Nothing here is sent: look at the build's output or open the files in an editor. Each file makes the mistakes that its comments name.
Console.WriteLine($"""
    Build this project, or open its files in an editor:
      {nameof(ClientTokens)}    one token for several calls, a hard-coded one, a clock for a token
      {nameof(RetryLoops)}      a new token at each attempt
      {nameof(RequiredFields)}  fields that no path sets, or not every path
      {nameof(RefusedValues)}   values that the service will refuse
      {nameof(AwsRequests)}     the same mistakes with requests of the AWS SDK
      {nameof(LostRequests)}    results, requests and tasks that nobody uses, values that are set twice
    """);
