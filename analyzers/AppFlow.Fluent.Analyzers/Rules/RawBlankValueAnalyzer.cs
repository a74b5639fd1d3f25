using AppFlow.Fluent.Analyzers.Contexts;
using AppFlow.Fluent.Analyzers.Libraries;
using AppFlow.Fluent.Analyzers.Values;
using AppFlow.Fluent.Rules.Catalog.Messages;
using AppFlow.Fluent.Rules.Judges;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AppFlow.Fluent.Analyzers.Rules;

/// <summary>AFF2003 for AWS SDK requests: null, empty or blank for a required property of a request that is sent with it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RawBlankValueAnalyzer() : BodyRule(Descriptors.BlankRequiredValue)
{
    private protected override Action<BodyReport> Begin(Compilation compilation, AnalyzerOptions options, RequestLibrary library) => body =>
    {
        var reported = new HashSet<TextSpan>();
        foreach (var sent in SentValuesJudge.RequiredValues(body.Body.Flow))
        {
            if (sent.Place is not IOperation given || library.KindOf(sent.Shape.Operation as ITypeSymbol) is not { Raw: not null } kind || kind.PropertyOf(sent.Field) is not { } property)
            {
                continue;
            }

            foreach (var value in HardCodedValues.Of(given, compilation, body.CancellationToken))
            {
                var place = value.Place.Syntax;
                if (BlanknessOf(value.Value, property) is { } blankness && reported.Add(place.Span) && !AssertedThrows.Contain(place))
                {
                    body.Report(Diagnostic.Create(
                        Descriptors.BlankRequiredValue,
                        WrittenPlace.Of(place),
                        FieldMessages.CSharp.Blank(sent.Field.Name, blankness, RequestOrigin.AwsSdk, method: null)));
                }
            }
        }
    };

    // If the metadata has a minimum length, the SDK's own analyzer reports empty values.
    private static string? BlanknessOf(object? value, IPropertySymbol property) => value switch
    {
        null => "null",
        "" => RequiredProperties.HasMinimum(property) ? null : "empty",
        string text when string.IsNullOrWhiteSpace(text) => "blank",
        _ => null,
    };
}
