using Fleet.Commands;

namespace AppFlow.Fluent.Fleet.Tests;

/// <summary>What an operator types wrong ends with an exit code, not with an unhandled exception.</summary>
public sealed class FleetCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fleet-commands-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("watch", "--release", "release-42", "--dashboard", "65536")]
    [InlineData("watch", "--release", "release-42", "--dashboard", "-1")]
    [InlineData("--dashboard", "65536")]
    [InlineData("enqueue", "--release", "release-42")]
    public async Task A_wrong_argument_ends_with_2(params string[] arguments) =>
        Assert.Equal(ExitCodes.WrongArguments, await FleetCommand.RunAsync(arguments));

    [Theory]
    [InlineData("work")]
    [InlineData("watch", "--release", "release-42", "--dashboard", "0")]
    public async Task A_file_that_cannot_be_opened_ends_with_1(params string[] arguments) =>
        Assert.Equal(ExitCodes.Failed, await FleetCommand.RunAsync([.. arguments, "--sqlite", _folder.FullName]));

    [Fact]
    public async Task A_worker_without_the_folder_of_its_file_ends_with_1() =>
        Assert.Equal(ExitCodes.Failed, await FleetCommand.RunAsync(["work", "--sqlite", Path.Combine(_folder.FullName, "none", "fleet.db")]));

    [Fact]
    public async Task Watching_a_file_that_does_not_exist_ends_with_2_and_makes_none()
    {
        var file = Path.Combine(_folder.FullName, "fleet.db");

        Assert.Equal(ExitCodes.WrongArguments, await FleetCommand.RunAsync(["watch", "--release", "release-42", "--dashboard", "0", "--sqlite", file]));

        Assert.Empty(_folder.GetFileSystemInfos());
    }

    [Theory]
    [InlineData("no connection string")]
    [InlineData("Host=127.0.0.1;Port=1;Database=fleet;Username=fleet;Password=fleet")]
    public async Task A_database_that_cannot_be_reached_ends_with_1(string connection)
    {
        var targets = Path.Combine(_folder.FullName, "targets.csv");
        await File.WriteAllTextAsync(targets, "account,region,label\n111111111111,us-east-1,orders\n");

        Assert.Equal(
            ExitCodes.Failed,
            await FleetCommand.RunAsync(["enqueue", "--targets", targets, "--release", "release-42", "--postgres", connection]));
    }
}
