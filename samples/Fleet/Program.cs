using Fleet.Commands;
using Spectre.Console;

// dotnet run --project samples/Fleet                              a whole roll-out, rehearsed: emulated regions, faults, a killed worker
// dotnet run --project samples/Fleet -- enqueue --targets FILE --release NAME
// dotnet run --project samples/Fleet -- work                      on as many machines as you like
// dotnet run --project samples/Fleet -- watch --release NAME
if (Console.IsOutputRedirected)
{
    // A file has no width. Spectre would assume 80 columns and break tokens in two.
    AnsiConsole.Profile.Width = 160;
}

return await FleetCommand.RunAsync(args);
