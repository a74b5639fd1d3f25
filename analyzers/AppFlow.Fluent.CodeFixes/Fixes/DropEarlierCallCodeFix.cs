using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AppFlow.Fluent.CodeFixes.Fixes;

/// <summary>AFF4003: removes the earlier call of a chain, whose value a later one overwrites.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DropEarlierCallCodeFix))]
[Shared]
public sealed class DropEarlierCallCodeFix : CodeFixProvider
{
    private static readonly Remedies Offered = new(new DropEarlierCall());

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["AFF4003"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Offered.FixAll;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Offered.RegisterAsync(context);
}
