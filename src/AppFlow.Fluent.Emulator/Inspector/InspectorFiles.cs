using System.Security.Cryptography;

namespace AppFlow.Fluent.Emulator.Inspector;

/// <summary>The files of the inspector's page, embedded in the assembly. They are read when somebody first opens the page.</summary>
internal static class InspectorFiles
{
    private const string Prefix = "Inspector/";

    private static readonly Lazy<Dictionary<string, InspectorFile>> Files = new(ReadAll);

    /// <summary>The file of this name, or the page itself if the name is empty; <see langword="null"/> if there is no such file.</summary>
    public static InspectorFile? Find(string name) => Files.Value.GetValueOrDefault(name.Length == 0 ? "index.html" : name);

    private static Dictionary<string, InspectorFile> ReadAll()
    {
        var assembly = typeof(InspectorFiles).Assembly;
        var files = new Dictionary<string, InspectorFile>(StringComparer.Ordinal);
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            var etag = $"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16))}\"";
            files.Add(resource[Prefix.Length..], new InspectorFile(ContentTypeOf(resource), content, etag));
        }

        return files;
    }

    private static string ContentTypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        var other => throw new InvalidOperationException($"No content type is known for {other}."),
    };
}
