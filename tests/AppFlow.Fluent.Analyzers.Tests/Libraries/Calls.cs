using AppFlow.Fluent.Analyzers.Libraries;
using AppFlow.Fluent.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Libraries;

/// <summary>The result of a <see cref="RequestLibrary"/> for each operation of a snippet's method <c>M</c>, one per line.</summary>
internal static class Calls
{
    public static string[] Of(string source, params MetadataReference[] references) => Of(Compile(source, referencesLibrary: true, references));

    public static string[] Of(Compilation compilation)
    {
        var library = RequestLibrary.For(compilation)!;
        Assert.NotNull(library);
        return [.. OperationsOfM(compilation).Select(library.CallOf).OfType<RequestCall>().Select(Show)];
    }

    public static Compilation Compile(string source, bool referencesLibrary = true, params MetadataReference[] references)
    {
        var compilation = Analysis.Compilation([Analysis.Parse(source)], referencesLibrary).AddReferences(references);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return compilation;
    }

    /// <summary>A reference to a separately compiled source.</summary>
    public static MetadataReference Elsewhere(string source, string name = "Elsewhere", bool referencesLibrary = true)
    {
        var compilation = Analysis.Compilation([Analysis.Parse(source)], referencesLibrary).WithAssemblyName(name);
        using var file = new MemoryStream();
        var result = compilation.Emit(file);
        Assert.True(result.Success, string.Join(Environment.NewLine, result.Diagnostics));
        return MetadataReference.CreateFromImage(file.ToArray());
    }

    public static IEnumerable<IOperation> OperationsOfM(Compilation compilation) =>
        from method in compilation.GetSymbolsWithName("M", SymbolFilter.Member).OfType<IMethodSymbol>()
        from reference in method.DeclaringSyntaxReferences
        from operation in compilation.GetSemanticModel(reference.SyntaxTree).GetOperation(reference.GetSyntax())!.Descendants()
        orderby operation.Syntax.Span.End, operation.Syntax.Span.Start descending
        select operation;

    public static string Show(RequestCall call)
    {
        var source = call.Source is null ? "" : $" from {Written(call.Source)}";
        var client = call.Client is null ? "" : $" with {Written(call.Client)}";
        var sets = string.Concat(call.Sets.Select(set => " " + Show(set)));
        var operation = call.Kind == RequestCallKind.Wrapper ? " of " + ((ISymbol)call.Shape.Operation).Name : "";
        return $"{call.Kind} {call.Shape}{operation}{source}{client}{sets}{(call.IsOpen ? " open" : "")}{(call.ReturnsSource ? " same" : "")}";
    }

    private static string Show(RequestFieldSet set)
    {
        var value = set.Value is not null ? Written(set.Value) : set.Constant is not null ? set.Constant + "!" : "?";
        var marks = new List<string>();
        void Mark(bool holds, string mark)
        {
            if (holds)
            {
                marks.Add(mark);
            }
        }

        Mark(set.Value is not null && !set.IsWhole, "part" + (set.Part is null ? "" : " " + set.Part.Name) + (set.MadeBy is null ? "" : " by " + set.MadeBy.Name));
        Mark(set.IsFreshEachCall, "fresh");
        Mark(set.IsUncertain, "uncertain");
        Mark(set.Accumulates, "adds");
        Mark(set.Place is not null, set.Field.Role.ToString());
        return $"{set.Field}={value}{(marks.Count == 0 ? "" : $"({string.Join(", ", marks)})")}";
    }

    private static string Written(IOperation operation)
    {
        var text = operation.Syntax.ToString();
        return text.Length <= 24 ? text : string.Concat(text.AsSpan(0, 10), "…", text.AsSpan(text.Length - 10));
    }
}
