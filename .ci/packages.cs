// Verifies the new packages: their content, metadata and dependencies, whether users of each package get the analyzers, and whether a
// debugger finds the symbols and sources of each of our assemblies.
// Usage, from the repository's root: dotnet run .ci/packages.cs -- PACKAGES VERSION
using System.Diagnostics;
using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

const string Repository = "https://github.com/appflow-fluent/appflow-fluent";
const string Library = "AppFlow.Fluent";
const string Analyzers = "AppFlow.Fluent.Analyzers";
const string FSharpAnalyzers = "AppFlow.Fluent.FSharp.Analyzers";

var (folder, version) = (args[0], args[1]);
var root = Directory.GetCurrentDirectory();
var faults = new List<string>();

foreach (var project in Projects())
{
    var properties = Properties(project);
    if (properties["IsPackable"] != "true")
    {
        continue;
    }

    var id = properties["PackageId"];
    // The SDK turns it off for tools, because nothing compiles against them.
    Expect(properties["EnablePackageValidation"] == "true" || properties["PackAsTool"] == "true", id, "its project turns package validation on");
    var path = Path.Combine(folder, $"{id}.{version}.nupkg");
    if (!File.Exists(path))
    {
        faults.Add($"{id}: there is no {path}");
        continue;
    }

    using var package = ZipFile.OpenRead(path);
    Check(id, package, properties);
    CheckSymbols(id, package, Path.ChangeExtension(path, ".snupkg"));
    Console.WriteLine($"{id}: {package.Entries.Count} entries, {new FileInfo(path).Length / 1000:N0} kB");
}

foreach (var fault in faults)
{
    Console.Error.WriteLine(fault);
}

return faults.Count == 0 ? 0 : 1;

void Check(string id, ZipArchive package, Dictionary<string, string> properties)
{
    var names = package.Entries.Select(entry => entry.FullName).ToList();
    var metadata = Nuspec(package).Root!.Elements().Single();
    var dependencies = metadata.Descendants().Where(element => element.Name.LocalName == "dependency").ToList();
    Expect(names.Contains("README.md") && (string?)Element(metadata, "readme") == "README.md", id, "it has a README");
    Expect(!RelativeLinks().IsMatch(Text(package, "README.md")), id, "the links and pictures of its README are absolute");
    Expect(!RepositoryPaths().IsMatch(Text(package, "README.md")), id, "its README names nothing that only the repository has");
    Expect(Text(package, "README.md").Contains(properties["PackAsTool"] == "true" ? $"dotnet tool install -g {id}\n" : $"dotnet add package {id}\n", StringComparison.Ordinal), id, "its README says how to install it");
    Expect(package.GetEntry("icon.png") is { Length: < 20_000 } && (string?)Element(metadata, "icon") == "icon.png", id, "it has a small icon");
    Expect(Element(metadata, "license") is { } license && (string?)license.Attribute("type") == "expression" && license.Value == "MIT", id, "its license is an expression");
    Expect((string?)Element(metadata, "projectUrl") == Repository, id, "it names the project's page");
    Expect(Element(metadata, "repository") is { } repository && (string?)repository.Attribute("url") == Repository + ".git" && ((string?)repository.Attribute("commit"))?.Length == 40, id, "it names the repository and the commit");
    Expect((string?)Element(metadata, "releaseNotes") == $"{Repository}/blob/v{version}/CHANGELOG.md", id, "its release notes are the changelog of its version");
    Expect(Element(metadata, "description") is { Value.Length: > 40 } && Element(metadata, "tags") is { Value.Length: > 0 }, id, "it has a description and tags");
    Expect(!package.Entries.Any(HoldsThisFolder), id, "none of its assemblies holds a path of this machine");

    // Users who get one of our packages through another one also get the diagnostics.
    foreach (var dependency in dependencies.Where(dependency => IsOurs(IdOf(dependency))))
    {
        Expect((string?)dependency.Attribute("version") == version, id, $"it depends on {IdOf(dependency)} of its own version");
        Expect(Flows(dependency), id, $"the analyzers flow through its dependency on {IdOf(dependency)}");
    }

    var ids = dependencies.Select(IdOf).Order(StringComparer.Ordinal).ToList();
    switch (id)
    {
        case Analyzers:
            string[] assemblies = ["AppFlow.Fluent.Analyzers.dll", "AppFlow.Fluent.CodeFixes.dll", "AppFlow.Fluent.Rules.dll"];
            var files = assemblies.Concat(assemblies.Select(name => Path.ChangeExtension(name, ".pdb"))).Select(name => "analyzers/dotnet/cs/" + name);
            Expect(Payload(names).Order(StringComparer.Ordinal).SequenceEqual(files.Order(StringComparer.Ordinal)), id, "it holds three assemblies for the compiler's host with their symbols and nothing else: " + string.Join(", ", Payload(names)));
            Expect(ids.Count == 0 && !metadata.Descendants().Any(element => element.Name.LocalName == "group"), id, "it depends on nothing, so that it fits any framework");
            Expect((string?)Element(metadata, "developmentDependency") == "true", id, "it stays private to the project that installs it");
            break;
        case FSharpAnalyzers:
            // No compiler is among them: those of the SDK are loaded.
            string[] programs = ["AppFlow.Fluent.FSharp.Checker", "AppFlow.Fluent.FSharp.Analyzers", "AppFlow.Fluent.Rules"];
            var parts = programs.SelectMany(name => (string[])[$"tools/net10.0/{name}.dll", $"tools/net10.0/{name}.pdb"])
                .Append("tools/net10.0/AppFlow.Fluent.FSharp.Checker.runtimeconfig.json")
                .Append($"buildTransitive/{FSharpAnalyzers}.targets");
            Expect(Payload(names).Order(StringComparer.Ordinal).SequenceEqual(parts.Order(StringComparer.Ordinal)), id, "it holds a target and the checker that it runs, and nothing else: " + string.Join(", ", Payload(names)));
            Expect(ids.Count == 0 && !metadata.Descendants().Any(element => element.Name.LocalName == "group"), id, "it depends on nothing, so that it fits any framework");
            Expect((string?)Element(metadata, "developmentDependency") == "true", id, "it stays private to the project that installs it");
            break;
        case Library:
            Expect(ids.SequenceEqual(["AWSSDK.Core", Analyzers, "Microsoft.Extensions.Logging.Abstractions"]), id, "it depends on what its users need: " + string.Join(", ", ids));
            goto default;
        case "AppFlow.Fluent.Emulator":
            Expect(ids.SequenceEqual([Library]), id, "it depends on the library alone: " + string.Join(", ", ids));
            goto default;
        case "AppFlow.Fluent.Extensions.DependencyInjection":
            Expect(ids.SequenceEqual([Library, "Microsoft.Extensions.Diagnostics.HealthChecks", "Microsoft.Extensions.Http"]), id, "it depends on what its users need: " + string.Join(", ", ids));
            goto default;
        default:
            // Assemblies to compile against need XML documentation.
            Expect(names.Where(name => name.StartsWith("lib/", StringComparison.Ordinal) && name.EndsWith(".dll", StringComparison.Ordinal)).All(name => names.Contains(Path.ChangeExtension(name, ".xml"))), id, "its assemblies have their documentation beside them");
            Expect(!names.Any(name => name.StartsWith("analyzers/", StringComparison.Ordinal)), id, "it carries no analyzer of its own");
            Expect(!names.Any(name => Path.GetFileName(name) is "AppFlow.Fluent.Analyzers.dll" or "AppFlow.Fluent.CodeFixes.dll" or "AppFlow.Fluent.Analyzers.Package.dll"), id, "nothing of the C# analyzers is in it");
            break;
    }
}

// Machine code has the id of its original assembly, so one symbol file serves both.
void CheckSymbols(string id, ZipArchive package, string path)
{
    if (!File.Exists(path))
    {
        faults.Add($"{id}: there is no {path}");
        return;
    }

    using var symbols = ZipFile.OpenRead(path);
    var known = new HashSet<Guid>();
    foreach (var entry in symbols.Entries.Where(entry => entry.Name.EndsWith(".pdb", StringComparison.Ordinal)))
    {
        using var provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(Bytes(entry)));
        var reader = provider.GetMetadataReader();
        known.Add(new BlobContentId(reader.DebugMetadataHeader!.Id).Guid);
        Expect(package.GetEntry(Path.ChangeExtension(entry.FullName, ".dll")) is not null, id, $"{entry.FullName} belongs to an assembly of the package");
        Expect(SourceLink(reader).Contains($"{Repository.Replace("https://github.com/", "https://raw.githubusercontent.com/", StringComparison.Ordinal)}/", StringComparison.Ordinal), id, $"{entry.Name} says where its sources are");
    }

    foreach (var entry in package.Entries.Where(entry => entry.Name.EndsWith(".dll", StringComparison.Ordinal) && IsOurs(Path.GetFileNameWithoutExtension(entry.Name))))
    {
        using var image = new PEReader(new MemoryStream(Bytes(entry)));
        var ids = image.ReadDebugDirectory().Where(item => item.Type == DebugDirectoryEntryType.CodeView).Select(item => image.ReadCodeViewDebugDirectoryData(item).Guid);
        Expect(ids.Any(known.Contains), id, $"the symbols of {entry.FullName} are in {Path.GetFileName(path)}");
    }
}

void Expect(bool holds, string id, string what)
{
    if (!holds)
    {
        faults.Add($"{id}: does not hold: {what}");
    }
}

bool HoldsThisFolder(ZipArchiveEntry entry) =>
    (entry.Name.EndsWith(".dll", StringComparison.Ordinal) || entry.Name.EndsWith(".pdb", StringComparison.Ordinal))
    && Bytes(entry).AsSpan().IndexOf(Encoding.UTF8.GetBytes(root)) >= 0;

static byte[] Bytes(ZipArchiveEntry entry)
{
    using var stream = entry.Open();
    using var bytes = new MemoryStream();
    stream.CopyTo(bytes);
    return bytes.ToArray();
}

static string SourceLink(MetadataReader reader)
{
    var kind = new Guid("CC110556-A091-4D38-9FEC-25AB9A351A6A");
    return string.Concat(
        from handle in reader.CustomDebugInformation
        let information = reader.GetCustomDebugInformation(handle)
        where reader.GetGuid(information.Kind) == kind
        select Encoding.UTF8.GetString(reader.GetBlobBytes(information.Value)));
}

IEnumerable<string> Projects() =>
    from part in (string[])["analyzers", "src"]
    from path in Directory.EnumerateFiles(Path.Combine(root, part), "*.*proj", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
    select path;

static Dictionary<string, string> Properties(string project)
{
    var start = new ProcessStartInfo("dotnet", ["msbuild", project, "-getProperty:PackageId", "-getProperty:IsPackable", "-getProperty:PackAsTool", "-getProperty:EnablePackageValidation"]) { RedirectStandardOutput = true };
    using var process = Process.Start(start)!;
    var answer = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    using var json = JsonDocument.Parse(answer);
    return json.RootElement.GetProperty("Properties").EnumerateObject().ToDictionary(property => property.Name, property => property.Value.GetString()!);
}

static bool IsOurs(string id) => id == Library || id.StartsWith(Library + ".", StringComparison.Ordinal);

static string IdOf(XElement dependency) => (string)dependency.Attribute("id")!;

// Without an explicit include, everything is included.
static bool Flows(XElement dependency) =>
    Assets(dependency, "include").DefaultIfEmpty("all").Any(asset => asset is "all" or "analyzers")
    && !Assets(dependency, "exclude").Any(asset => asset is "all" or "analyzers" or "build" or "buildtransitive");

static IEnumerable<string> Assets(XElement dependency, string attribute) =>
    ((string?)dependency.Attribute(attribute) ?? "").ToLowerInvariant().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

static IEnumerable<string> Payload(IEnumerable<string> names) =>
    names.Where(name => name is not ("README.md" or "icon.png") && name != "[Content_Types].xml" && !name.EndsWith(".nuspec", StringComparison.Ordinal) && name.Split('/')[0] is not ("_rels" or "package"));

static XElement? Element(XElement metadata, string name) => metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name);

static XDocument Nuspec(ZipArchive package)
{
    using var stream = package.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
    return XDocument.Load(stream);
}

static string Text(ZipArchive package, string name)
{
    using var reader = new StreamReader(package.GetEntry(name)!.Open());
    return reader.ReadToEnd();
}

internal static partial class Program
{
    [GeneratedRegex(@"\]\((?!https://)|(src|href)=""(?!https://)")]
    private static partial Regex RelativeLinks();

    [GeneratedRegex(@"dotnet run|--project|(?<![\w/.])(src|samples|tests|analyzers)/|\.ci/")]
    private static partial Regex RepositoryPaths();
}
