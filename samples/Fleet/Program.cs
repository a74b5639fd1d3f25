using Fleet.Commands;

// dotnet run --project samples/Fleet                              a whole roll-out, rehearsed: emulated regions, faults, a killed worker
// dotnet run --project samples/Fleet -- enqueue --targets FILE --release NAME
// dotnet run --project samples/Fleet -- work                      on as many machines as you like
// dotnet run --project samples/Fleet -- watch --release NAME
return await new FleetCommand().Parse(args).InvokeAsync();
