using AppFlow.Fluent.Analyzers.Expressions;
using AppFlow.Fluent.Analyzers.Libraries;
using AppFlow.Fluent.Rules.Catalog.Messages;
using AppFlow.Fluent.Rules.Judges;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AppFlow.Fluent.Analyzers.Rules;

/// <summary>AFF1004: a retry loop sends a fresh token, or lets one be generated, at each attempt of the same request.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RetryTokenAnalyzer() : BodyRule(Descriptors.RetryWithFreshToken)
{
    private protected override Action<BodyReport> Begin(Compilation compilation, AnalyzerOptions options, RequestLibrary library) => body =>
    {
        foreach (var found in RetryJudge.Judge(body.Body.Flow))
        {
            if (found.Place is IOperation send && body.Body.Holds(send))
            {
                body.Report(Diagnostic.Create(
                    Descriptors.RetryWithFreshToken,
                    CallNames.LocationOf(send.Syntax),
                    RetryPlaces.Of(found),
                    RetryPlaces.Encode(found, library),
                    found.TokenPlace is null
                        ? TokenMessages.CSharp.NoneAtEachAttempt(found.Shape.DisplayName, library.OriginOf(found.Shape))
                        : TokenMessages.CSharp.FreshAtEachAttempt(found.Shape.DisplayName, library.OriginOf(found.Shape))));
            }
        }
    };
}
