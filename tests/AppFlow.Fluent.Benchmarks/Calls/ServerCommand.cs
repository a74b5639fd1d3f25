using System.CommandLine;

namespace AppFlow.Fluent.Benchmarks.Calls;

/// <summary>Hidden: the called server, in its own process. It prints its address and stops at the end of its input.</summary>
internal sealed class ServerCommand : Command
{
    public ServerCommand()
        : base("server", "Answers every call with the same small JSON.")
    {
        Hidden = true;
        SetAction(async (_, cancellationToken) =>
        {
            await using var server = await ConstantServer.StartAsync(cancellationToken);
            Console.WriteLine(server.Address);
            while (await Console.In.ReadLineAsync(cancellationToken) is not null)
            {
            }
        });
    }
}
