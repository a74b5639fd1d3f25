using System.CommandLine;
using System.Globalization;
using System.Text.Json;

namespace AppFlow.Fluent.Benchmarks.Calls;

/// <summary>
/// Hidden: a process that calls in only one mode. For each input line <c>IN-FLIGHT CALLS</c> it measures and answers with a line of JSON;
/// it stops at the end of its input.
/// </summary>
internal sealed class CallClientCommand : Command
{
    private const int MaxInFlight = 64;

    private readonly Argument<string> _mode = new("mode");
    private readonly Argument<Uri> _server = new("server") { CustomParser = result => new Uri(result.Tokens[0].Value) };
    private readonly Argument<int> _warmUpCalls = new("warm-up");

    public CallClientCommand()
        : base("call-client", "Calls the server as it is told to.")
    {
        Hidden = true;
        Add(_mode);
        Add(_server);
        Add(_warmUpCalls);
        SetAction(arguments => RunAsync(
            CallMode.Named(arguments.GetValue(_mode)!),
            arguments.GetValue(_server)!,
            arguments.GetValue(_warmUpCalls)));
    }

    private static async Task RunAsync(CallMode mode, Uri server, int warmUpCalls)
    {
        using var caller = mode.Create(server);
        await WarmUpAsync(caller, warmUpCalls);
        Console.WriteLine("ready");
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var order = line.Split(' ');
            var measured = await CallLoop.RunAsync(
                caller,
                int.Parse(order[0], CultureInfo.InvariantCulture),
                int.Parse(order[1], CultureInfo.InvariantCulture));
            Console.WriteLine(JsonSerializer.Serialize(measured));
        }
    }

    // The runtime recompiles a method with optimisations after many calls and some time without new methods.
    private static async Task WarmUpAsync(ICaller caller, int calls)
    {
        for (var i = 0; i < 4; i++)
        {
            await CallLoop.RunAsync(caller, MaxInFlight, calls / 4);
            await CallLoop.RunAsync(caller, 1, calls / 20);
            await Task.Delay(300);
        }
    }
}
