using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>The token names of the services in a compilation, from the table and the usual names.</summary>
internal static class RawTokenNames
{
    private const string CallerReference = "CallerReference";

    public static TokenNames Of(Compilation compilation)
    {
        var properties = new HashSet<string>(RequestTokens.UsualNames, StringComparer.Ordinal);
        var types = new HashSet<string>(StringComparer.Ordinal);
        var root = compilation.GlobalNamespace.GetNamespaceMembers().FirstOrDefault(space => space.Name == AwsSdkTypes.RootNamespace);
        var services = new HashSet<string>(root?.GetNamespaceMembers().Select(space => space.Name) ?? [], StringComparer.Ordinal);
        foreach (var row in TokenExceptions.All)
        {
            if (row.Sign is TokenExceptionSign.OtherName or TokenExceptionSign.Nested && services.Contains(row.Service))
            {
                properties.Add(row.Property);

                // The only tokens that SDK constructors take.
                if (row.Property == CallerReference)
                {
                    types.Add(row.Type);
                }
            }
        }

        return new TokenNames(properties, types, []);
    }
}
