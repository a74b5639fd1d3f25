using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AppFlow.Fluent.Analyzers.Tests.Verification;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Package;

public sealed class PackageTests(PackedLibrary package) : IClassFixture<PackedLibrary>
{
    // Every rule about code in a typical form; AFF0001 is about a list.
    private const string Mistakes = """
        using AppFlow.Fluent;

        using var client = new AppFlowClient();
        var labels = new[] { "orders", "invoices" };

        // AFF1001
        await ConnectorRegistration.Update("orders").WithClientToken("release-42").SendAsync(client);
        await ConnectorRegistration.Update("invoices").WithClientToken("release-42").SendAsync(client);

        // AFF1002
        var token = ClientToken.New();
        foreach (var label in labels)
        {
            await ConnectorRegistration.Update(label).WithClientToken(token).SendAsync(client);
        }

        // AFF1003
        await ConnectorRegistration.Update("orders").WithClientToken("release-43").SendAsync(client);

        // AFF1005, AFF1006
        await ConnectorRegistration.Update("orders").WithClientToken($"orders-{DateTime.UtcNow:yyyyMMddHHmmss}").SendAsync(client);
        await ConnectorRegistration.Update("orders").WithOperationId(Guid.NewGuid().ToString()).SendAsync(client);

        // AFF1004
        while (true)
        {
            try
            {
                await ConnectorRegistration.Update("orders").SendAsync(client);
                break;
            }
            catch (AppFlowException e) when (e.IsRetryable)
            {
                await Task.Delay(1000);
            }
        }

        // AFF2001, AFF2002
        await ConnectorRegistration.Register("orders").SendAsync(client);
        var request = ConnectorRegistration.Update();
        if (labels.Length > 1)
        {
            request = request.WithConnectorLabel(labels[1]);
        }

        await request.SendAsync(client);

        // AFF2003, AFF3001
        await ConnectorRegistration.Update("").SendAsync(client);
        await ConnectorRegistration.Update("orders").WithDescription("adds paging, and filters").SendAsync(client);

        // AFF4001, AFF4002, AFF4003, AFF4004
        labels.ToList().ForEach(label => ConnectorRegistration.Update(label).SendAsync(client));
        request.WithDescription("adds paging");
        var unsent = ConnectorRegistration.Update("orders");
        await ConnectorRegistration.Update("orders").WithDescription("one").WithDescription("two").SendAsync(client);
        """;

    private const string Clean = """
        using AppFlow.Fluent;

        using var client = new AppFlowClient();
        foreach (var label in new[] { "orders", "invoices" })
        {
            await ConnectorRegistration.Update(label).WithDescription("adds paging").WithOperationId("release-42").SendAsync(client);
        }
        """;

    [Fact]
    public void The_analyzers_are_a_package_of_three_assemblies_without_a_library_or_a_dependency()
    {
        using var archive = ZipFile.OpenRead(package.PathOfAnalyzers);

        Assert.Equal(
            ["analyzers/dotnet/cs/AppFlow.Fluent.Analyzers.dll", "analyzers/dotnet/cs/AppFlow.Fluent.CodeFixes.dll", "analyzers/dotnet/cs/AppFlow.Fluent.Rules.dll"],
            Assemblies(archive));
        Assert.Empty(Dependencies(archive, "AppFlow.Fluent.Analyzers.nuspec"));
    }

    [Fact]
    public void The_library_depends_on_the_analyzers_and_passes_all_of_them_on()
    {
        using var archive = ZipFile.OpenRead(package.Path);

        Assert.Equal(["lib/net10.0/AppFlow.Fluent.dll"], Assemblies(archive));
        var dependencies = Dependencies(archive, "AppFlow.Fluent.nuspec").ToDictionary(dependency => (string)dependency.Attribute("id")!);
        Assert.Equal(
            ["AWSSDK.Core", "AppFlow.Fluent.Analyzers", "Microsoft.Extensions.Logging.Abstractions"],
            dependencies.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("All", (string?)dependencies["AppFlow.Fluent.Analyzers"].Attribute("include"));
        Assert.Null(dependencies["AppFlow.Fluent.Analyzers"].Attribute("exclude"));
    }

    [Fact]
    public async Task A_consumer_of_the_package_gets_every_rule()
    {
        var output = await package.BuildConsumerAsync("Mistakes", Mistakes, $"""<PackageReference Include="AppFlow.Fluent" Version="{package.Version}" />""");

        Assert.Equal(
            AllRules.Analyzers().SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(rule => rule.Id).Distinct().Where(id => id != "AFF0001").Order(StringComparer.Ordinal),
            Warnings(output).Where(id => id.StartsWith("AFF", StringComparison.Ordinal)));
        AssertLoaded(output);
    }

    [Fact]
    public async Task A_consumer_without_mistakes_gets_no_diagnostics()
    {
        var output = await package.BuildConsumerAsync("Clean", Clean, $"""<PackageReference Include="AppFlow.Fluent" Version="{package.Version}" />""");

        Assert.Empty(Warnings(output));
    }

    [Fact]
    public async Task A_project_with_the_analyzers_but_without_the_library_gets_no_diagnostics()
    {
        var assemblies = string.Concat(new[] { typeof(Analyzers.Descriptors).Assembly, typeof(CodeFixes.Fixes.MissingFieldsCodeFix).Assembly }
            .Select(assembly => $"""<Analyzer Include="{assembly.Location}" />"""));
        var output = await package.BuildConsumerAsync("Stranger", "Console.WriteLine();", assemblies);

        Assert.Empty(Warnings(output));
    }

    private static IEnumerable<string> Assemblies(ZipArchive archive) =>
        archive.Entries.Select(entry => entry.FullName).Where(name => name.EndsWith(".dll", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static List<XElement> Dependencies(ZipArchive archive, string nuspec)
    {
        using var stream = archive.GetEntry(nuspec)!.Open();
        return XDocument.Load(stream).Descendants().Where(element => element.Name.LocalName == "dependency").ToList();
    }

    private static void AssertLoaded(string output)
    {
        var warnings = Warnings(output);
        Assert.DoesNotContain("CS8032", warnings);
        Assert.DoesNotContain("CS9057", warnings);
        Assert.DoesNotContain("AD0001", warnings);
    }

    private static IEnumerable<string> Warnings(string output) =>
        Regex.Matches(output, @"\b(?:warning|error) ([A-Z]+[0-9]+)\b").Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal);
}
