using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AppFlow.Fluent.CodeFixes.Fixes;

/// <summary>AFF1004: creates one token before the retry and sends it at each attempt.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HoistTokenCodeFix))]
[Shared]
public sealed class HoistTokenCodeFix : CodeFixProvider
{
    private static readonly Remedies Offered = new(new HoistToken());

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["AFF1004"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Offered.FixAll;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Offered.RegisterAsync(context);
}
