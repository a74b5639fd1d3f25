using System.CommandLine;
using Fleet.Storage;

namespace Fleet.Commands;

/// <summary>The options that say where the jobs are.</summary>
internal sealed class StoragePlaceOptions
{
    /// <summary>The variable that replaces the option, because everyone on the machine can see a command line.</summary>
    public const string PostgresVariable = "FLEET_POSTGRES";

    private readonly Option<string> _sqlite = new("--sqlite")
    {
        Description = "The file that has the jobs, where they are not in PostgreSQL.",
        HelpName = "file",
        DefaultValueFactory = _ => "fleet.db",
    };

    private readonly Option<string?> _postgres = new("--postgres")
    {
        Description = $"The connection string of a PostgreSQL that has the jobs, so that several machines share the work. The variable {PostgresVariable} gives it too.",
        HelpName = "connection",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable(PostgresVariable) is { Length: > 0 } connection ? connection : null,
    };

    private readonly Option<int> _invisibility = new("--invisibility")
    {
        Description = "How many seconds after a worker's last sign of life its jobs are run again.",
        HelpName = "seconds",
        DefaultValueFactory = _ => 60,
    };

    public StoragePlaceOptions() => _invisibility.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<int>() < 1)
        {
            result.AddError("--invisibility must be at least 1.");
        }
    });

    public void AddTo(Command command)
    {
        command.Add(_sqlite);
        command.Add(_postgres);
        command.Add(_invisibility);
    }

    public StoragePlace Of(ParseResult arguments) => new(
        arguments.GetRequiredValue(_sqlite), arguments.GetValue(_postgres), TimeSpan.FromSeconds(arguments.GetValue(_invisibility)));
}
