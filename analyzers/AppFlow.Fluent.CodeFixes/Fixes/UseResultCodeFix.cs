using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AppFlow.Fluent.CodeFixes.Fixes;

/// <summary>
/// AFF4001: <c>r.WithX("…");</c> becomes <c>r = r.WithX("…");</c> if <c>r</c> can be assigned to; a request that is built in one statement
/// is sent.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseResultCodeFix))]
[Shared]
public sealed class UseResultCodeFix : CodeFixProvider
{
    private static readonly Remedies Offered = new(new AssignResult(), new SendResult());

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["AFF4001"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Offered.FixAll;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Offered.RegisterAsync(context);
}
