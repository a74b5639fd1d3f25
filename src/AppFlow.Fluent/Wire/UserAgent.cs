using System.Reflection;

namespace AppFlow.Fluent.Wire;

/// <summary>The <c>User-Agent</c> of every call.</summary>
internal static class UserAgent
{
    public static string Value { get; } = Build();

    private static string Build()
    {
        var version = typeof(UserAgent).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
        var build = version.IndexOf('+', StringComparison.Ordinal);
        return $"AppFlow.Fluent/{(build < 0 ? version : version[..build])} lang/dotnet#{Environment.Version}";
    }
}
