using AppFlow.Fluent.Analyzers.Expressions;
using AppFlow.Fluent.Analyzers.Libraries;
using AppFlow.Fluent.Rules.Catalog.Messages;
using AppFlow.Fluent.Rules.Judges;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AppFlow.Fluent.Analyzers.Rules;

/// <summary>AFF2001 and AFF2002: a required field is set on no path that reaches the send, or not on every one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RequiredFieldsAnalyzer() : BodyRule(Descriptors.FieldNeverSet, Descriptors.FieldNotAlwaysSet)
{
    private protected override Action<BodyReport> Begin(Compilation compilation, AnalyzerOptions options, RequestLibrary library) => body =>
    {
        foreach (var missing in RequiredFieldsJudge.Judge(body.Body.Flow))
        {
            if (missing.Place is IOperation send && body.Body.Holds(send) && !library.IsWithin(send, missing.Shape))
            {
                body.Report(Diagnostic.Create(
                    missing.IsNever ? Descriptors.FieldNeverSet : Descriptors.FieldNotAlwaysSet,
                    CallNames.LocationOf(send.Syntax),
                    MissingFieldProperties.Encode(missing),
                    FieldMessages.CSharp.Missing(
                        missing.Shape.DisplayName,
                        missing.Fields.Select(candidate => library.MissingOf(missing.Shape, candidate)).ToList(),
                        onSomePath: !missing.IsNever,
                        library.OriginOf(missing.Shape),
                        CallNames.NodeOf(send.Syntax).ToString())));
            }
        }
    };
}
