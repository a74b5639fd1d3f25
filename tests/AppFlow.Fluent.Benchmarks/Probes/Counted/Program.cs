using System.Globalization;
using AppFlow.Fluent.Benchmarks.Calls;
using AppFlow.Fluent.Benchmarks.Probes;

// Arguments: the server's address, the caller's name, how many calls. One is in flight at a time.
var server = new Uri(args[0]);
using ICaller caller = args[1] switch
{
    "raw" => new RawCaller(server, withHeaders: false),
    "hashes" => new HashingCaller(server),
    "ours" => new FluentCaller(server),
#if PEER
    "sdk" => new AwsSdkCaller(server),
#endif
    var name => throw new ArgumentException($"There is no caller '{name}'."),
};
for (var left = int.Parse(args[2], CultureInfo.InvariantCulture); left > 0; left--)
{
    await caller.CallAsync();
}

Answered.Now();
