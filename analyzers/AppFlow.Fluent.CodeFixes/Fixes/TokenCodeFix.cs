using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AppFlow.Fluent.CodeFixes.Fixes;

/// <summary>AFF1001, AFF1002, AFF1003 and AFF1005: remove the client token, or use an operation id.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TokenCodeFix))]
[Shared]
public sealed class TokenCodeFix : CodeFixProvider
{
    private static readonly Remedies Offered = new(new RemoveToken(), new UseOperationId());

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["AFF1001", "AFF1002", "AFF1003", "AFF1005"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Offered.FixAll;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Offered.RegisterAsync(context);
}
