using System.Buffers;
using System.Reflection;
using System.Text;

namespace AppFlow.Fluent.Wire;

/// <summary>The <c>User-Agent</c> of a client's calls.</summary>
internal static class UserAgent
{
    // The characters of a token in RFC 9110.
    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly string Library = OfLibrary();

    /// <param name="applicationId">The application's name; null or empty if it has none.</param>
    public static string Of(string? applicationId) => string.IsNullOrEmpty(applicationId) ? Library : $"{Library} app/{Token(applicationId)}";

    private static string Token(string applicationId)
    {
        if (!applicationId.AsSpan().ContainsAnyExcept(TokenCharacters))
        {
            return applicationId;
        }

        var token = new StringBuilder(applicationId.Length);
        foreach (var rune in applicationId.EnumerateRunes())
        {
            token.Append(rune.IsAscii && TokenCharacters.Contains((char)rune.Value) ? (char)rune.Value : '-');
        }

        return token.ToString();
    }

    private static string OfLibrary()
    {
        var version = typeof(UserAgent).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
        var build = version.IndexOf('+', StringComparison.Ordinal);
        return $"AppFlow.Fluent/{(build < 0 ? version : version[..build])} lang/dotnet#{Environment.Version}";
    }
}
