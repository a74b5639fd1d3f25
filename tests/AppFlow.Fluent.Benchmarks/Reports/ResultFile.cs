using System.Text.Encodings.Web;
using System.Text.Json;

namespace AppFlow.Fluent.Benchmarks.Reports;

/// <summary>Results as JSON, for the charts and for comparing runs.</summary>
internal static class ResultFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write<T>(string folder, string name, T results)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(PathOf(folder, name), JsonSerializer.Serialize(results, Options) + "\n");
    }

    /// <summary>The results of a command, or null if it was never run.</summary>
    public static T? Read<T>(string folder, string name)
        where T : class => File.Exists(PathOf(folder, name)) ? JsonSerializer.Deserialize<T>(File.ReadAllText(PathOf(folder, name)), Options) : null;

    private static string PathOf(string folder, string name) => Path.Combine(folder, name + ".json");
}
