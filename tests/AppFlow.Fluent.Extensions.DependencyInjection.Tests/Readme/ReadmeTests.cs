using AppFlow.Fluent.Extensions.DependencyInjection.Tests.Fakes;

namespace AppFlow.Fluent.Extensions.DependencyInjection.Tests.Readme;

/// <summary>The README's code is part of the sources next to this file, which are compiled and run.</summary>
public sealed class ReadmeTests
{
    private static readonly string[] Sections = ["## In an application\n", "## Testing your code\n"];

    public static TheoryData<string> CSharpBlocks => [.. Sections.SelectMany(section => BlocksOf(section, "csharp"))];

    [Theory]
    [MemberData(nameof(CSharpBlocks))]
    public void Each_block_is_compiled_and_run(string block)
    {
        var folder = Path.Combine(Repository.Root, "tests/AppFlow.Fluent.Extensions.DependencyInjection.Tests/Readme");
        Assert.Contains(Directory.EnumerateFiles(folder, "*.cs"), file => Flat(File.ReadAllText(file)).Contains(Flat(block), StringComparison.Ordinal));
    }

    [Fact]
    public void The_FSharp_loop_is_compiled_and_run_too()
    {
        var block = Assert.Single(BlocksOf("## The call\n", "fsharp"), block => block.Contains("while!", StringComparison.Ordinal));
        var tests = File.ReadAllText(Path.Combine(Repository.Root, "tests/AppFlow.Fluent.FSharp.Tests/PagingTests.fs"));
        Assert.Contains(Flat(block), Flat(tests), StringComparison.Ordinal);
    }

    private static List<string> BlocksOf(string section, string language)
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var start = readme.IndexOf(section, StringComparison.Ordinal);
        var text = readme[start..readme.IndexOf("\n## ", start, StringComparison.Ordinal)];
        var blocks = text.Split($"```{language}\n").Skip(1).Select(rest => rest[..rest.IndexOf("```", StringComparison.Ordinal)]).ToList();
        Assert.NotEmpty(blocks);
        return blocks;
    }

    // Lines without their indentation, because blocks are indented differently.
    private static string Flat(string text) =>
        string.Join('\n', text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)).Replace("private sealed class", "sealed class", StringComparison.Ordinal).Replace("internal sealed class", "sealed class", StringComparison.Ordinal);
}
