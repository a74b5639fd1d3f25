using System.CommandLine;
using System.Globalization;
using Fleet.Storage;
using Fleet.Targets;
using Hangfire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Fleet.Commands;

/// <summary>A worker. Any number of them may run on any number of machines.</summary>
internal sealed class WorkCommand : Command
{
    public const string CommandName = "work";
    public const string UntilStdinCloses = "--until-stdin-closes";

    private readonly StoragePlaceOptions _place = new();

    private readonly Option<int> _parallel = new("--parallel")
    {
        Description = "How many jobs this process runs at a time.",
        HelpName = "count",
        DefaultValueFactory = _ => 8,
    };

    // Makes a worker end with the process that started it, however that one ends.
    private readonly Option<bool> _untilStdinCloses = new(UntilStdinCloses) { Hidden = true };

    public WorkCommand()
        : base(CommandName, "Works off the queue until Ctrl+C. Start as many as you like, and kill them as you like.")
    {
        _parallel.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 256)
            {
                result.AddError("--parallel must be 1 to 256.");
            }
        });
        Add(_parallel);
        Add(_untilStdinCloses);
        _place.AddTo(this);
        SetAction((arguments, cancellationToken) =>
            RunAsync(_place.Of(arguments), arguments.GetValue(_parallel), arguments.GetValue(_untilStdinCloses), cancellationToken));
    }

    private static async Task<int> RunAsync(StoragePlace place, int parallel, bool untilStdinCloses, CancellationToken cancellationToken)
    {
        // Before the host, which would print a stack trace if the storage cannot be opened.
        var storage = place.Open();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);

        // The book and the dashboard show failed jobs.
        builder.Logging.AddFilter("Hangfire.AutomaticRetryAttribute", LogLevel.None);
        builder.Services.AddSingleton<ITargetClients, TargetClients>();
        builder.Services.AddHangfire(configuration => configuration.UseStorage(storage));
        builder.Services.AddHangfireServer(server =>
        {
            server.WorkerCount = parallel;
            server.SchedulePollingInterval = TimeSpan.FromSeconds(2);

            // Jobs notice the stop at once. Code that waits for a lock of the SQLite storage does not, for up to a minute.
            server.ShutdownTimeout = TimeSpan.FromSeconds(3);
            server.HeartbeatInterval = TimeSpan.FromSeconds(5);

            // After this time the dashboard no longer shows a killed worker. Its jobs return by their own time-out.
            server.ServerTimeout = TimeSpan.FromMinutes(1);
        });
        using var host = builder.Build();
        await host.StartAsync(cancellationToken);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Working, process {Environment.ProcessId}"));
        try
        {
            await (untilStdinCloses ? Console.In.ReadToEndAsync(cancellationToken) : Task.Delay(Timeout.Infinite, cancellationToken));
        }
        catch (OperationCanceledException)
        {
            // The worker is stopping: running jobs are put back, and the calls that were sent keep their token.
        }

        await host.StopAsync(CancellationToken.None);
        return ExitCodes.Released;
    }
}
