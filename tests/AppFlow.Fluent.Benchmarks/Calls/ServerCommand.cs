using System.CommandLine;

namespace AppFlow.Fluent.Benchmarks.Calls;

/// <summary>Hidden: the called server, in its own process. It prints its address and stops at the end of its input.</summary>
internal sealed class ServerCommand : Command
{
    private readonly Option<string?> _trustFile = new("--tls") { Description = "Speaks TLS, and writes the certificate to trust to this file." };

    private readonly Option<int> _pause = new("--pause") { Description = "Milliseconds before each answer." };

    public ServerCommand()
        : base("server", "Answers every call with the same small JSON.")
    {
        Hidden = true;
        Add(_trustFile);
        Add(_pause);
        SetAction(async (arguments, cancellationToken) =>
        {
            using var certificate = arguments.GetValue(_trustFile) is { } trustFile ? ServerCertificate.Make(trustFile) : null;
            await using var server = await ConstantServer.StartAsync(
                certificate, TimeSpan.FromMilliseconds(arguments.GetValue(_pause)), cancellationToken);
            Console.WriteLine(server.Address);
            while (await Console.In.ReadLineAsync(cancellationToken) is not null)
            {
            }
        });
    }
}
