using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.Rooms.Tests;

/// <summary>
/// The rooms of a project, which are its folders, and which uses which, read from the sources without their documentation.
/// </summary>
internal static class RoomPlan
{
    // The assemblies that the test process has loaded: enough to resolve the members in the sources.
    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>One line for each room that another one uses.</summary>
    public static IReadOnlyList<RoomUse> Read(IEnumerable<SourceFile> files)
    {
        var rooms = files.ToDictionary(file => file.Path, file => file.Room);
        var trees = files.Select(file => CSharpSyntaxTree.ParseText(file.Text, new CSharpParseOptions(LanguageVersion.Preview), file.Path)).ToArray();
        var usings = CSharpSyntaxTree.ParseText(
            "global using System; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; "
            + "global using System.Threading.Tasks; global using System.Collections.Generic;",
            new CSharpParseOptions(LanguageVersion.Preview));
        var compilation = CSharpCompilation.Create("rooms", trees.Prepend(usings), References);
        var uses = new Dictionary<(string From, string To), RoomUse>();
        foreach (var tree in trees)
        {
            var model = compilation.GetSemanticModel(tree);
            var from = rooms[tree.FilePath];
            foreach (var node in tree.GetRoot().DescendantNodes().Where(node => node is SimpleNameSyntax or BaseObjectCreationExpressionSyntax))
            {
                if (TypeMeant(model, node) is { } type && RoomOf(type, from, rooms) is { } to && to != from)
                {
                    uses.TryAdd((from, to), new RoomUse(from, to, $"{tree.FilePath}({node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}): {type.Name}"));
                }
            }
        }

        return [.. uses.Values.OrderBy(use => use.ToString(), StringComparer.Ordinal)];
    }

    /// <summary>The uses on a cycle: those between rooms that reach each other.</summary>
    public static IReadOnlyList<RoomUse> Circles(IReadOnlyList<RoomUse> uses) => [.. uses.Where(use => Reaches(uses, use.To, use.From))];

    private static bool Reaches(IReadOnlyList<RoomUse> uses, string from, string to)
    {
        var seen = new HashSet<string> { from };
        var open = new Queue<string>(seen);
        while (open.TryDequeue(out var room))
        {
            if (room == to)
            {
                return true;
            }

            foreach (var use in uses.Where(use => use.From == room && seen.Add(use.To)))
            {
                open.Enqueue(use.To);
            }
        }

        return false;
    }

    private static INamedTypeSymbol? TypeMeant(SemanticModel model, SyntaxNode node)
    {
        var info = model.GetSymbolInfo(node);
        var symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
        symbol = symbol is IAliasSymbol alias ? alias.Target : symbol;
        return (symbol as INamedTypeSymbol ?? symbol?.ContainingType)?.OriginalDefinition;
    }

    /// <summary>The room of a type; the reader's own room if a part of the type is there; null for a type of another project.</summary>
    private static string? RoomOf(INamedTypeSymbol type, string reader, Dictionary<string, string> rooms)
    {
        var own = type.DeclaringSyntaxReferences.Select(part => rooms.GetValueOrDefault(part.SyntaxTree.FilePath)).OfType<string>().ToArray();
        return own.Contains(reader) ? reader : own.FirstOrDefault();
    }
}
