using AppFlow.Fluent.Rules.Flow;
using AppFlow.Fluent.Rules.Judges;
using AppFlow.Fluent.Rules.Shapes;
using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Tests.Toy;
using CsCheck;

namespace AppFlow.Fluent.Rules.Tests.Runs;

/// <summary>The engine's results for all paths of a program are true for its runs.</summary>
public class RunTests
{
    private const int RunsOfEach = 40;

    [Fact]
    public void EachRunIsAmongTheWaysThatTheEngineKnows() => Gen.Select(RandomPrograms.Program, Gen.Int[0, 100_000]).Sample(
        (program, seed) =>
        {
            var graph = Lower(program);
            var flow = Analyze(graph);
            var kept = new GraphFacts(graph);
            return Runs(graph, seed).All(sent => IsKnown(flow, kept, sent.Send, sent.Set));
        },
        iter: 400);

    [Fact]
    public void WhatIsSetInSomeRunIsNotSaidToBeSetOnNoPath() => Gen.Select(RandomPrograms.Program, Gen.Int[0, 100_000]).Sample(
        (program, seed) =>
        {
            var graph = Lower(program);
            var never = RequiredFieldsJudge.Judge(Analyze(graph)).Where(missing => missing.IsNever).ToDictionary(missing => missing.Place);
            return Runs(graph, seed).All(sent => !never.TryGetValue(sent.Send.Place!, out var missing) || missing.Fields.Any(field => !sent.Set.Contains(field)));
        },
        iter: 400);

    [Fact]
    public void WhatIsSaidToLackAFieldLacksItInSomeRun() => RandomPrograms.Straight.Sample(
        program =>
        {
            var graph = Lower(program);
            var sent = EveryRun.Of(graph);
            return sent is null || RequiredFieldsJudge.Judge(Analyze(graph)).All(missing =>
                missing.Fields.All(field => sent.Exists(run => run.Send.Place!.Equals(missing.Place) && !run.Set.Contains(field))));
        },
        iter: 400);

    private static StepGraph Lower(string program) => ToyFrontEnd.Lower(program.Split('\n'), 1);

    private static FlowResult Analyze(StepGraph graph) => FlowAnalysis.Run(graph, (type, other) => type.Equals(other), CancellationToken.None);

    private static IEnumerable<(SendStep Send, HashSet<Field> Set)> Runs(StepGraph graph, int seed) =>
        Enumerable.Range(0, RunsOfEach).SelectMany(run =>
        {
            var random = new Random(seed + run);
            return ConcreteRun.Of(graph, () => random.Next(2) == 0);
        });

    // Some way to the send has the fields that the run had set: none that it says are lacking, and all that it says are there. What no rule asks about is
    // not kept.
    private static bool IsKnown(FlowResult flow, GraphFacts kept, SendStep send, HashSet<Field> set) =>
        flow.Sends.TryGetValue(send, out var facts) && facts.States.Any(state => send.Shape.Fields
            .Where(field => field.IsRequired || kept.ComparesRequests || kept.IsAskedField(field))
            .All(field => state.Request.IsUncertain(field) || state.Request.Lacks(field) != set.Contains(field)));
}
