using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>The tokens that the files named <c>IdempotencyTokens.txt</c> of a project list.</summary>
internal sealed class ListedTokens
{
    public const string FileName = "IdempotencyTokens.txt";

    public static readonly ListedTokens None = new([]);

    // A file is read once, and again after an edit, for which the host creates a new object.
    private static readonly ConditionalWeakTable<AdditionalText, IReadOnlyList<ListedToken>> Read = new();

    private readonly HashSet<(string Id, string? Parameter)> _tokens = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    private ListedTokens(IEnumerable<ListedToken> tokens)
    {
        foreach (var token in tokens.Where(token => token.Id is not null))
        {
            _tokens.Add((token.Id!, token.Parameter));
            _names.Add(token.MemberName!);
            if (token.Parameter is null)
            {
                Properties.Add(token.MemberName!);
            }
            else if (token.MemberName == "#ctor")
            {
                Types.Add(LastName(token.TypeId));
            }
            else
            {
                Methods.Add(token.MemberName!);
            }
        }

        Key = string.Join("\n", _tokens.Select(token => token.Id + " " + token.Parameter).OrderBy(line => line, StringComparer.Ordinal));
    }

    /// <summary>The names of the listed properties.</summary>
    public HashSet<string> Properties { get; } = new(StringComparer.Ordinal);

    /// <summary>The names of the methods with a listed parameter.</summary>
    public HashSet<string> Methods { get; } = new(StringComparer.Ordinal);

    /// <summary>The names of the types that have a constructor with a listed parameter.</summary>
    public HashSet<string> Types { get; } = new(StringComparer.Ordinal);

    /// <summary>The same for lists of the same tokens.</summary>
    public string Key { get; }

    public bool IsEmpty => _tokens.Count == 0;

    /// <summary>The lists among a project's additional files.</summary>
    public static ListedTokens Of(ImmutableArray<AdditionalText> files)
    {
        List<ListedToken>? tokens = null;
        foreach (var file in files)
        {
            if (IsList(file))
            {
                (tokens ??= []).AddRange(LinesOf(file));
            }
        }

        return tokens is null ? None : new ListedTokens(tokens);
    }

    public static bool IsList(AdditionalText file) => string.Equals(Path.GetFileName(file.Path), FileName, StringComparison.OrdinalIgnoreCase);

    /// <summary>The lines of a list that are not empty or comments, well-formed or not.</summary>
    public static IReadOnlyList<ListedToken> LinesOf(AdditionalText file) =>
        Read.GetValue(file, static file => file.GetText() is { } text ? [.. TokenListReader.Read(text)] : []);

    /// <summary>Whether a property, or a parameter of a method or constructor, is listed.</summary>
    public bool Has(ISymbol symbol) => symbol switch
    {
        IPropertySymbol property => _names.Contains(property.Name) && IsListed(property, null),
        IParameterSymbol { ContainingSymbol: IMethodSymbol method } parameter =>
            _names.Contains(method.MethodKind == MethodKind.Constructor ? "#ctor" : method.Name) && IsListed(method, parameter.Name),
        _ => false,
    };

    private bool IsListed(ISymbol member, string? parameter) =>
        member.OriginalDefinition.GetDocumentationCommentId() is { } id && _tokens.Contains((id, parameter));

    private static string LastName(string? typeId)
    {
        var name = typeId!.Substring(Math.Max(typeId.LastIndexOf('.'), 1) + 1);
        var arity = name.IndexOf('`');
        return arity < 0 ? name : name.Substring(0, arity);
    }
}
