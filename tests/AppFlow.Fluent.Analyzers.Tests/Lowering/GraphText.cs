using AppFlow.Fluent.Rules.Steps;

namespace AppFlow.Fluent.Analyzers.Tests.Lowering;

/// <summary>Prints a graph in short form: reachable blocks with their numbers, without those that only forward.</summary>
internal static class GraphText
{
    public static string Of(StepGraph graph)
    {
        var numbers = new Dictionary<Block, int>();
        var open = new Queue<Block>();
        var lines = new List<string>();
        Number(graph.Entry);
        while (open.Count > 0)
        {
            var block = open.Dequeue();
            lines.Add($"{numbers[block]}{(block.Handler is { } handler && block.Steps.Any(step => step.MayThrow) ? $" (catch {Number(handler.First)})" : "")}:");
            lines.AddRange(block.Steps.Select(step => "  " + step.ToString()!.Trim()));
            lines.Add("  " + End(block));
        }

        return string.Join("\n", lines.Select(line => line.TrimEnd()));

        string End(Block block)
        {
            if (block.Throws)
            {
                return $"throw {block.Thrown}{(block.Handler is { } handler ? $" to {Number(handler.First)}" : "")}".Replace("  ", " ", StringComparison.Ordinal);
            }

            return block switch
            {
                { WhenTrue: null } => "end",
                { Condition: { } condition } => $"{condition} ? {Number(block.WhenTrue)} : {Number(block.WhenFalse!)}",
                _ => $"-> {Number(block.WhenTrue)}",
            };
        }

        int Number(Block block)
        {
            for (var left = graph.Blocks.Count; left > 0 && block is { Steps.Count: 0, Condition: null, Throws: false, WhenTrue: not null }; left--)
            {
                block = block.WhenTrue;
            }

            if (!numbers.TryGetValue(block, out var number))
            {
                number = numbers.Count;
                numbers.Add(block, number);
                open.Enqueue(block);
            }

            return number;
        }
    }
}
