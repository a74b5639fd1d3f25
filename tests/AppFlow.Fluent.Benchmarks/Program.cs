using System.CommandLine;
using AppFlow.Fluent.Benchmarks.Bodies;
using AppFlow.Fluent.Benchmarks.Calls;
using AppFlow.Fluent.Benchmarks.Charts;
using AppFlow.Fluent.Benchmarks.ColdStarts;
using AppFlow.Fluent.Benchmarks.Compilations;
using AppFlow.Fluent.Benchmarks.Emulators;
using AppFlow.Fluent.Benchmarks.Foreign;
using AppFlow.Fluent.Benchmarks.FSharpChecks;
using AppFlow.Fluent.Benchmarks.Guards;
using AppFlow.Fluent.Benchmarks.Instructions;
using AppFlow.Fluent.Benchmarks.Requests;

var commands = new RootCommand("Measures AppFlow.Fluent beside its limits and its peers. What counts are the ratios within one run.")
{
    new RequestCommand(),
    new CallCommand(),
    new InstructionsCommand(),
    new ColdStartCommand(),
    new EmulatorCommand(),
    new AnalyzerCommand(),
    new BodiesCommand(),
    new ForeignCommand(),
    new FSharpCommand(),
    new GuardCommand(),
    new ChartsCommand(),
    new ServerCommand(),
    new CallClientCommand(),
};
return await commands.Parse(args).InvokeAsync();
