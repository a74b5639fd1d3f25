using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AppFlow.Fluent.Analyzers.Tests.Verification;

/// <summary>A file <c>IdempotencyTokens.txt</c> among a project's additional files.</summary>
internal sealed class TokenList(string lines) : AdditionalText
{
    public override string Path => "IdempotencyTokens.txt";

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(lines);
}
