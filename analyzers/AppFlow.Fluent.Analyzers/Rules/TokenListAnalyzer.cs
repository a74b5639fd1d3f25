using System.Collections.Immutable;
using AppFlow.Fluent.Analyzers.Libraries;
using AppFlow.Fluent.Rules.Catalog.Messages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AppFlow.Fluent.Analyzers.Rules;

/// <summary>AFF0001: a line of <c>IdempotencyTokens.txt</c> that is malformed, or names no member of a type that the compilation has.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TokenListAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.MalformedTokenLine);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Options.AdditionalFiles.Any(ListedTokens.IsList))
            {
                start.RegisterAdditionalFileAction(Judge);
            }
        });
    }

    private static void Judge(AdditionalFileAnalysisContext context)
    {
        if (!ListedTokens.IsList(context.AdditionalFile) || context.AdditionalFile.GetText(context.CancellationToken) is not { } text)
        {
            return;
        }

        foreach (var line in ListedTokens.LinesOf(context.AdditionalFile))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (FaultOf(line, context.Compilation) is { } fault)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptors.MalformedTokenLine,
                    Location.Create(context.AdditionalFile.Path, line.Span, text.Lines.GetLinePositionSpan(line.Span)),
                    fault));
            }
        }
    }

    // Several projects can share one list, so a line whose type does not exist here is ignored.
    private static string? FaultOf(ListedToken line, Compilation compilation)
    {
        if (line.Id is not { } id || line.TypeId is not { } typeId)
        {
            return TokenListMessages.Malformed(line.Line);
        }

        if (DocumentationCommentId.GetFirstSymbolForDeclarationId(typeId, compilation) is not ITypeSymbol)
        {
            return null;
        }

        return DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation) switch
        {
            IPropertySymbol when line.Parameter is null => null,
            IMethodSymbol method when line.Parameter is { } name =>
                method.Parameters.Any(parameter => parameter.Name == name) ? null : TokenListMessages.NoParameter(id, name),
            _ => TokenListMessages.NoMember(id),
        };
    }
}
