using System.CommandLine;
using System.Globalization;
using Fleet.Jobs;
using Fleet.Releases;
using Fleet.Targets;

namespace Fleet.Commands;

/// <summary>Starts a roll-out.</summary>
internal sealed class EnqueueCommand : Command
{
    private readonly StoragePlaceOptions _place = new();

    private readonly Option<string> _targets = new("--targets")
    {
        Description = "The CSV with the targets: account, region, label, and of lambda, endpoint, role, profile what is needed.",
        HelpName = "file",
        Required = true,
    };

    private readonly Option<string> _release = new("--release")
    {
        Description = "The release's name: the operation id of every call, and the last word of every description.",
        HelpName = "name",
        Required = true,
    };

    private readonly Option<string?> _note = new("--note")
    {
        Description = "What stands before the release's name in the descriptions.",
        HelpName = "text",
    };

    public EnqueueCommand()
        : base("enqueue", "Enqueues a job for each target. To repeat it is safe: targets that have the release are left alone.")
    {
        Add(_targets);
        Add(_release);
        Add(_note);
        _place.AddTo(this);
        SetAction(Run);
    }

    private int Run(ParseResult arguments)
    {
        var release = new Release(arguments.GetRequiredValue(_release), arguments.GetValue(_note));
        if (release.Fault() is { } fault)
        {
            return ExitCodes.Fail(ExitCodes.WrongArguments, fault);
        }

        try
        {
            var targets = TargetFile.Read(arguments.GetRequiredValue(_targets));
            new JobQueue(_place.Of(arguments).Open()).Enqueue(release, targets);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Enqueued {release.Name} for {targets.Count} targets."));
            return ExitCodes.Released;
        }
        catch (Exception unusable) when (unusable is TargetFileException or IOException or UnauthorizedAccessException)
        {
            return ExitCodes.Fail(ExitCodes.WrongArguments, unusable.Message);
        }
    }
}
