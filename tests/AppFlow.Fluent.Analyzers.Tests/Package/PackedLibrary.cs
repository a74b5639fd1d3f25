using System.Reflection;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Package;

/// <summary>The packages of the library and of its analyzers, built once for all tests, and consumer projects outside the tree.</summary>
public sealed class PackedLibrary : IAsyncLifetime
{
    private readonly string _directory = Directory.CreateTempSubdirectory("appflow-fluent-package-").FullName;

    /// <summary>A version unique to this run, so that no cached package is used.</summary>
    public string Version { get; } = $"0.1.0-test.{Guid.NewGuid():N}";

    public string Path => System.IO.Path.Combine(Feed, $"AppFlow.Fluent.{Version}.nupkg");

    public string PathOfAnalyzers => System.IO.Path.Combine(Feed, $"AppFlow.Fluent.Analyzers.{Version}.nupkg");

    private string Feed => System.IO.Path.Combine(_directory, "feed");

    public async Task InitializeAsync()
    {
        // The packages contain what this test run was built from.
        var configuration = typeof(PackedLibrary).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        foreach (var project in new[] { "analyzers/AppFlow.Fluent.Analyzers.Package", "src/AppFlow.Fluent" })
        {
            await DotnetCommand.RunAsync(RepositoryRoot(), "pack", project, "--no-build", "--configuration", configuration, "--output", Feed, $"-p:Version={Version}");
        }
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_directory, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Builds a new project with only its references, and returns the build's output.</summary>
    public async Task<string> BuildConsumerAsync(string name, string program, string references)
    {
        var directory = Directory.CreateDirectory(System.IO.Path.Combine(_directory, name)).FullName;
        await WriteAsync("NuGet.Config", $"""
            <configuration>
              <packageSources>
                <add key="local" value="{Feed}" />
              </packageSources>
            </configuration>
            """);
        await WriteAsync($"{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
              </PropertyGroup>
              <ItemGroup>
                {references}
              </ItemGroup>
            </Project>
            """);

        // A build prints only warnings, so suggestions are raised to warnings.
        await WriteAsync(".editorconfig", """
            root = true
            [*.cs]
            dotnet_diagnostic.AFF1003.severity = warning
            dotnet_diagnostic.AFF4003.severity = warning
            """);
        await WriteAsync("Program.cs", program);
        return await DotnetCommand.RunAsync(directory, "build");

        Task WriteAsync(string file, string content) => File.WriteAllTextAsync(System.IO.Path.Combine(directory, file), content);
    }

    private static string RepositoryRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(directory.FullName, "Fluent.sln")))
        {
            directory = directory.Parent ?? throw new InvalidOperationException("Fluent.sln is in no directory above the tests.");
        }

        return directory.FullName;
    }
}
