namespace AppFlow.Fluent.Rooms.Tests;

/// <summary>No two folders of a project use each other, directly or in a circle.</summary>
public sealed class RoomTests
{
    // To check a project, remove its line.
    private static readonly string[] NotHeldYet =
    [
        "src/AppFlow.Fluent.Emulator",
    ];

    public static TheoryData<string> Projects => new(ProjectSources.Projects().Except(NotHeldYet));

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_two_folders_use_each_other(string project)
    {
        var files = ProjectSources.Of(project);
        var uses = RoomPlan.Read(files);
        var circles = RoomPlan.Circles(uses);

        Assert.NotEmpty(files);
        Assert.True(files.Select(file => file.Room).Distinct().Count() == 1 || uses.Count > 0, "Nothing was read.");
        Assert.True(circles.Count == 0, $"{project} has folders that use each other:\n{string.Join('\n', circles)}");
    }

    [Fact]
    public void The_library_is_read_completely()
    {
        var uses = RoomPlan.Read(ProjectSources.Of("src/AppFlow.Fluent")).Select(use => (use.From, use.To)).ToArray();

        Assert.Contains((".", "Requests"), uses);
        Assert.Contains(("Requests", "Client"), uses);
        Assert.Contains(("Requests", "Responses"), uses);
        Assert.Contains(("Client", "Wire"), uses);
        Assert.Contains(("Responses", "Provisioning"), uses);
        Assert.Contains(("Provisioning", "Constraints"), uses);
    }

    [Fact]
    public void A_cycle_is_found_with_each_line_that_closes_it()
    {
        SourceFile[] files =
        [
            new("Entry.cs", "namespace N; class Entry { A a; }"),
            new("One/A.cs", "namespace N;\n\nclass A\n{\n    object B() => new B();\n}"),
            new("Two/B.cs", "namespace N;\nclass B\n{\n    int length = C.Count;\n}"),
            new("Two/Deep/C.cs", "namespace N;\nstatic class C\n{\n    public static int Count => 1;\n    static void Extend(this A a) { }\n}"),
            new("Two/Leaf.cs", "namespace N;\n/// <summary>See <see cref=\"Entry\"/>.</summary>\nclass Leaf;"),
        ];

        Assert.Equal(
            ["One -> Two: One/A.cs(5): B", "Two -> Two/Deep: Two/B.cs(4): C", "Two/Deep -> One: Two/Deep/C.cs(5): A"],
            RoomPlan.Circles(RoomPlan.Read(files)).Select(use => use.ToString()));
    }

    [Fact]
    public void One_way_uses_are_not_a_cycle()
    {
        SourceFile[] files =
        [
            new("Entry.cs", "namespace N; class Entry { A a; B b; }"),
            new("One/A.cs", "namespace N; class A { B b = new(); }"),
            new("Two/B.cs", "namespace N; class B;"),
        ];
        var uses = RoomPlan.Read(files);

        Assert.Equal(3, uses.Count);
        Assert.Empty(RoomPlan.Circles(uses));
    }
}
