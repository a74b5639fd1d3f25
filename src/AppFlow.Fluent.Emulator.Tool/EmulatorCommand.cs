using System.CommandLine;
using System.CommandLine.Help;
using System.Net.Sockets;
using AppFlow.Fluent.Emulator.Tool.State;

namespace AppFlow.Fluent.Emulator.Tool;

/// <summary>The command line, and what it runs.</summary>
internal sealed class EmulatorCommand : Command
{
    private const string Help =
        """
        A local Amazon AppFlow for custom-connector registration: register, update, unregister, describe and list, with signatures, validation and client tokens as the service documents them. Everything is held in memory, unless --state names a file, and only this machine can reach it.

          To point the AWS CLI or any AWS SDK at it:

            export AWS_ENDPOINT_URL_APPFLOW=http://127.0.0.1:8321
            export AWS_ACCESS_KEY_ID=emulator AWS_SECRET_ACCESS_KEY=emulator
            export AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1
            aws appflow list-connectors

          To see which requests were received and which were applied:

            curl http://127.0.0.1:8321/_emulator/ledger

          To lose the answer to the next update:

            curl -X PUT http://127.0.0.1:8321/_emulator/faults -d '{"rules":[{"kind":"dropAfterApplying","operation":"UpdateConnectorRegistration","nth":1}]}'

          A plan has a seed and rules; --faults reads one from a file. Members of a rule:

            kind          dropBeforeApplying, dropAfterApplying, errorBeforeApplying, errorAfterApplying,
                          truncatedBody, nonJsonBody, delay or skewedDate
            which it hits nth (from 1) and times, or probability; operation and connectorLabel narrow them
            an error has  statusCode; errorCode, message and retryAfter are optional
            a delay has   delay, and a skewedDate dateSkew: durations such as "00:00:02.5"

          To make every client token expire, without affecting signatures and the Date header:

            curl http://127.0.0.1:8321/_emulator/clock -d '{"advance":"08:00:01"}'

          To empty everything, faults and clock included:

            curl -X POST http://127.0.0.1:8321/_emulator/reset

          To keep connectors, client tokens and the clock over restarts, even if the program is killed:

            appflow-emulator --state appflow.db

          It answers requests to localhost and to loopback addresses; --allow-host adds other names, such as those in a hosts file or a container network.

          It prints one line when it is ready and runs until Ctrl+C or SIGTERM. With --verbose, a line for each request follows:

            2026-11-26T13:25:07.113Z UpdateConnectorRegistration orders refused 1 409 ConflictException

          which is time, operation, label, outcome (applied, replayed, refused or faulted), attempt, and HTTP status with the error or fault. It exits
          with 0 when it was stopped, with 1 when it cannot start (the port is taken, the state file is refused), and with 2 for wrong arguments.
        """;

    private static readonly AppFlowEmulatorOptions Defaults = new();

    private readonly Option<int> _port = new("--port")
    {
        Description = "The port on 127.0.0.1; 0 takes any free one.",
        HelpName = "port",
        DefaultValueFactory = _ => 8321,
    };

    private readonly Option<string> _accessKey = Text("--access-key", "key", "The only access key that is accepted.", Defaults.AccessKey);
    private readonly Option<string> _secretKey = Text("--secret-key", "secret", "The secret key of that access key.", Defaults.SecretKey);
    private readonly Option<string> _region = Text("--region", "region", "The region that requests must be signed for; any for all of them, each with its own connectors and tokens.", Defaults.Region);
    private readonly Option<string> _accountId = Text("--account-id", "digits", "The account that owns the connectors.", Defaults.AccountId);

    private readonly Option<string?> _sessionToken = new("--session-token")
    {
        Description = "The session token that requests must carry. Without this option none is required.",
        HelpName = "token",
    };

    private readonly Option<int> _ledgerEntries = new("--ledger-entries")
    {
        Description = "How many entries the ledger keeps in each of its two lists, received and applied. The oldest are dropped first.",
        HelpName = "count",
        DefaultValueFactory = _ => Defaults.LedgerEntries,
    };

    private readonly Option<string[]> _allowHost = new("--allow-host")
    {
        Description = "A name that the Host of a request may have besides localhost, with any port. May be given several times.",
        HelpName = "name",
        Arity = ArgumentArity.OneOrMore,
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string?> _faults = new("--faults")
    {
        Description = "A file with the faults to inject from the start, as JSON.",
        HelpName = "file",
    };

    private readonly Option<string?> _state = new("--state")
    {
        Description = "A file that keeps connectors, client tokens and the clock's offset. It is begun where it is missing or empty.",
        HelpName = "file",
    };

    private readonly Option<bool> _verbose = new("--verbose")
    {
        Description = "Prints a line for each request.",
        Arity = ArgumentArity.Zero,
    };

    public EmulatorCommand(CancellationToken stopping)
        : base("appflow-emulator", Help)
    {
        // A root command would take its name from the assembly's file.
        Add(new HelpOption());
        Add(new VersionOption());
        Add(_port);
        Add(_accessKey);
        Add(_secretKey);
        Add(_region);
        Add(_accountId);
        Add(_sessionToken);
        Add(_ledgerEntries);
        Add(_allowHost);
        Add(_faults);
        Add(_state);
        Add(_verbose);

        // Of an option without a value the parser counts none, and takes a second one for the first.
        _verbose.Validators.Add(given =>
        {
            if (given.IdentifierTokenCount > 1)
            {
                given.AddError($"Option '{_verbose.Name}' is given more than once.");
            }
        });
        SetAction((arguments, _) => RunAsync(arguments, stopping));
    }

    private static Option<string> Text(string name, string helpName, string description, string defaultValue) =>
        new(name) { Description = description, HelpName = helpName, DefaultValueFactory = _ => defaultValue };

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken stopping)
    {
        var faults = FaultPlan.None;
        if (arguments.GetValue(_faults) is { } file)
        {
            try
            {
                faults = await FaultFile.ReadAsync(file, stopping).ConfigureAwait(false);
            }
            catch (Exception unusable) when (unusable is FormatException or ArgumentException or IOException or UnauthorizedAccessException)
            {
                return ExitCodes.Fail(ExitCodes.WrongArguments, $"{_faults.Name} {ErrorLine.Excerpt(file)}: {unusable.Message}");
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return ExitCodes.Stopped;
            }
        }

        return await RunAsync(arguments, faults, stopping).ConfigureAwait(false);
    }

    private async Task<int> RunAsync(ParseResult arguments, FaultPlan faults, CancellationToken stopping)
    {
        if (arguments.GetValue(_state) is "")
        {
            return ExitCodes.Fail(ExitCodes.WrongArguments, $"{_state.Name} must name a file, and is empty.");
        }

        var lines = new RequestLines(Console.Out, TimeProvider.System);
        await using var _ = lines.ConfigureAwait(false);
        var options = new AppFlowEmulatorOptions
        {
            Port = arguments.GetValue(_port),
            AccessKey = arguments.GetValue(_accessKey)!,
            SecretKey = arguments.GetValue(_secretKey)!,
            Region = arguments.GetValue(_region)!,
            AccountId = arguments.GetValue(_accountId)!,
            SessionToken = arguments.GetValue(_sessionToken),
            LedgerEntries = arguments.GetValue(_ledgerEntries),
            AllowedHosts = arguments.GetValue(_allowHost) ?? [],
            Faults = faults,
            RequestLog = arguments.GetValue(_verbose) ? lines : null,
            OpenStore = arguments.GetValue(_state) is { } file ? owner => StateFile.Open(file, owner.AccountId, owner.Region) : null,
        };

        try
        {
            var emulator = await AppFlowEmulator.StartAsync(options, stopping).ConfigureAwait(false);
            await using (emulator.ConfigureAwait(false))
            {
                await Console.Out.WriteLineAsync($"Listening on {emulator.Endpoint.GetLeftPart(UriPartial.Authority)}").ConfigureAwait(false);
                lines.Start();
                await UntilAsync(stopping).ConfigureAwait(false);
            }

            return ExitCodes.Stopped;
        }
        catch (ArgumentException invalid)
        {
            return ExitCodes.Fail(ExitCodes.WrongArguments, WithOptionNames(invalid));
        }
        catch (StateRefusedException refused)
        {
            return ExitCodes.Fail(ExitCodes.CannotStart, $"{_state.Name} {ErrorLine.Excerpt(arguments.GetValue(_state)!)}: {refused.Message}");
        }
        catch (Exception unavailable) when (unavailable is IOException and not FileNotFoundException or SocketException)
        {
            return ExitCodes.Fail(ExitCodes.CannotStart, $"Cannot listen on 127.0.0.1:{options.Port}: {unavailable.Message}");
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return ExitCodes.Stopped;
        }
    }

    /// <summary>Replaces the property that the library names with the command-line option that the user typed.</summary>
    private string WithOptionNames(ArgumentException invalid)
    {
        var property = invalid.ParamName ?? "";
        var option = property switch
        {
            nameof(AppFlowEmulatorOptions.Port) => _port.Name,
            nameof(AppFlowEmulatorOptions.AccessKey) => _accessKey.Name,
            nameof(AppFlowEmulatorOptions.SecretKey) => _secretKey.Name,
            nameof(AppFlowEmulatorOptions.Region) => _region.Name,
            nameof(AppFlowEmulatorOptions.AccountId) => _accountId.Name,
            nameof(AppFlowEmulatorOptions.SessionToken) => _sessionToken.Name,
            nameof(AppFlowEmulatorOptions.LedgerEntries) => _ledgerEntries.Name,
            nameof(AppFlowEmulatorOptions.AllowedHosts) => _allowHost.Name,
            _ => property,
        };
        return invalid.Message
            .Replace($"{nameof(AppFlowEmulatorOptions)}.{property}", option, StringComparison.Ordinal)
            .Replace($" (Parameter '{property}')", "", StringComparison.Ordinal);
    }

    private static async Task UntilAsync(CancellationToken stopping)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (stopping.Register(stopped.SetResult).ConfigureAwait(false))
        {
            await stopped.Task.ConfigureAwait(false);
        }
    }
}
