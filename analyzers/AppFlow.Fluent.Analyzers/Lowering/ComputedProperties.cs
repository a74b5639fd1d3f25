using System.Collections.Concurrent;
using AppFlow.Fluent.Analyzers.Lowering.Known;
using AppFlow.Fluent.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Lowering;

/// <summary>Properties whose getters create a fresh value, so each read returns a different one.</summary>
/// <param name="compilation">The compilation of the getters.</param>
internal sealed class ComputedProperties(Compilation compilation)
{
    private readonly ConcurrentDictionary<IPropertySymbol, bool> _made = new(SymbolEqualityComparer.Default);

    /// <summary>Whether each read of the property returns a different text or GUID.</summary>
    public bool IsMadeAnew(IPropertySymbol property, CancellationToken cancellationToken) =>
        (property.Type.SpecialType == SpecialType.System_String || property.Type is { Name: "Guid" })
        && Sources.IsIn(compilation, property)
        && _made.GetOrAdd(property.OriginalDefinition, definition => MakesOne(definition, cancellationToken));

    private bool MakesOne(IPropertySymbol property, CancellationToken cancellationToken) => property.DeclaringSyntaxReferences
        .Select(reference => GetterOf(reference.GetSyntax(cancellationToken)))
        .OfType<SyntaxNode>()
        .Select(getter => SemanticModels.Of(compilation, getter.SyntaxTree)?.GetOperation(getter, cancellationToken))
        .Any(body => body?.Descendants().Any(operation => operation is IInvocationOperation call && KnownMembers.IsFresh(call.TargetMethod)) == true);

    private static SyntaxNode? GetterOf(SyntaxNode declaration) => declaration is not PropertyDeclarationSyntax property
        ? null
        : property.ExpressionBody ?? (SyntaxNode?)property.AccessorList?.Accessors.FirstOrDefault(accessor => accessor.Keyword.ValueText == "get");
}
