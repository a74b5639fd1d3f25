// Reads the packages that were just made: what is in them, what they depend on, and whether the analyzers reach whom they should.
// Usage, from the repository's root: dotnet run .ci/packages.cs -- PACKAGES VERSION
using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

const string Library = "AppFlow.Fluent";
const string Analyzers = "AppFlow.Fluent.Analyzers";

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
    // The SDK turns it off for tools, which nobody compiles against.
    Expect(properties["EnablePackageValidation"] == "true" || properties["PackAsTool"] == "true", id, "its project turns package validation on");
    var path = Path.Combine(folder, $"{id}.{version}.nupkg");
    if (!File.Exists(path))
    {
        faults.Add($"{id}: there is no {path}");
        continue;
    }

    using var package = ZipFile.OpenRead(path);
    Check(id, package);
    Console.WriteLine($"{id}: {package.Entries.Count} entries, {new FileInfo(path).Length / 1000:N0} kB");
}

foreach (var fault in faults)
{
    Console.Error.WriteLine(fault);
}

return faults.Count == 0 ? 0 : 1;

void Check(string id, ZipArchive package)
{
    var names = package.Entries.Select(entry => entry.FullName).ToList();
    var metadata = Nuspec(package).Root!.Elements().Single();
    var dependencies = metadata.Descendants().Where(element => element.Name.LocalName == "dependency").ToList();
    Expect(names.Contains("README.md"), id, "it has a README");
    Expect(!package.Entries.Any(HoldsThisFolder), id, "none of its assemblies holds a path of this machine");

    // Whoever gets a package of ours through another one gets the diagnostics with it.
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
            Expect(Payload(names).Order(StringComparer.Ordinal).SequenceEqual(assemblies.Select(name => "analyzers/dotnet/cs/" + name)), id, "it holds three assemblies for the compiler's host and nothing else: " + string.Join(", ", Payload(names)));
            Expect(ids.Count == 0 && !metadata.Descendants().Any(element => element.Name.LocalName == "group"), id, "it depends on nothing, so that it fits any framework");
            Expect((string?)Element(metadata, "developmentDependency") == "true", id, "who installs it keeps it to himself");
            Expect(!Regex.IsMatch(Text(package, "README.md"), @"\]\((?!https://)"), id, "the links of its README are absolute");
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
            Expect(!names.Any(name => name.StartsWith("analyzers/", StringComparison.Ordinal)), id, "it carries no analyzer of its own");
            Expect(!names.Any(name => Path.GetFileName(name) is "AppFlow.Fluent.Analyzers.dll" or "AppFlow.Fluent.CodeFixes.dll" or "AppFlow.Fluent.Analyzers.Package.dll"), id, "nothing of the C# analyzers is in it");
            break;
    }
}

void Expect(bool holds, string id, string what)
{
    if (!holds)
    {
        faults.Add($"{id}: does not hold: {what}");
    }
}

bool HoldsThisFolder(ZipArchiveEntry entry)
{
    if (!entry.Name.EndsWith(".dll", StringComparison.Ordinal))
    {
        return false;
    }

    using var stream = entry.Open();
    using var bytes = new MemoryStream();
    stream.CopyTo(bytes);
    return bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(root)) >= 0;
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

// Where nothing is included by name, all is.
static bool Flows(XElement dependency) =>
    Assets(dependency, "include").DefaultIfEmpty("all").Any(asset => asset is "all" or "analyzers")
    && !Assets(dependency, "exclude").Any(asset => asset is "all" or "analyzers" or "build" or "buildtransitive");

static IEnumerable<string> Assets(XElement dependency, string attribute) =>
    ((string?)dependency.Attribute(attribute) ?? "").ToLowerInvariant().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

static IEnumerable<string> Payload(IEnumerable<string> names) =>
    names.Where(name => name != "README.md" && name != "[Content_Types].xml" && !name.EndsWith(".nuspec", StringComparison.Ordinal) && name.Split('/')[0] is not ("_rels" or "package"));

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
