using AppFlow.Fluent.Rules.Tests.Toy;

namespace AppFlow.Fluent.Rules.Tests.Judges;

/// <summary>The judges' findings for toy programs: the engine alone, without a compiler.</summary>
public class JudgeTests
{
    private static readonly string[] Files = ["RequiredFields", "Guards", "SharedTokens", "Retries", "Clocks", "OperationIds", "RepeatedCalls"];

    private static readonly string[][] Rules =
        [["AFF2001", "AFF2002"], ["AFF2001", "AFF2002"], ["AFF1002"], ["AFF1004"], ["AFF1005"], ["AFF1006"], ["AFF1001"]];

    public static TheoryData<string, string> Programs
    {
        get
        {
            var programs = new TheoryData<string, string>();
            foreach (var file in Files)
            {
                foreach (var (title, _) in ToyPrograms.Of(file))
                {
                    programs.Add(file, title);
                }
            }

            return programs;
        }
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void TheJudgesSayWhatTheProgramIsMarkedWith(string file, string title)
    {
        var program = new ToyProgram(ToyPrograms.Of(file).Single(candidate => candidate.Title == title).Text);

        Assert.Equal(program.Expected, program.Found);
    }

    [Fact]
    public void EachJudgeHasProgramsThatItFlagsAndProgramsThatItDoesNot()
    {
        for (var i = 0; i < Files.Length; i++)
        {
            var marked = ToyPrograms.Of(Files[i])
                .Select(program => (program.Title, IsMarked: Array.Exists(Rules[i], rule => program.Text.Contains(rule, StringComparison.Ordinal))))
                .ToList();

            Assert.All(marked, program => Assert.Equal(program.Title.StartsWith("flagged: ", StringComparison.Ordinal), program.IsMarked));
            Assert.True(marked.Count(program => program.IsMarked) >= 6, Files[i]);
            Assert.True(marked.Count(program => !program.IsMarked) >= 8, Files[i]);
            Assert.Equal(marked.Count, marked.Select(program => program.Title).Distinct().Count());
        }
    }
}
