using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AppFlow.Fluent.CodeFixes.Fixes;

/// <summary>AFF2001 and AFF2002: sets the missing fields.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MissingFieldsCodeFix))]
[Shared]
public sealed class MissingFieldsCodeFix : CodeFixProvider
{
    private static readonly Remedies Offered = new(new SetMissingFields());

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["AFF2001", "AFF2002"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Offered.FixAll;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Offered.RegisterAsync(context);
}
