using AppFlow.Fluent.Analyzers.Bodies;
using AppFlow.Fluent.Analyzers.Libraries;
using AppFlow.Fluent.Analyzers.Usage;
using AppFlow.Fluent.Analyzers.Values;
using AppFlow.Fluent.Rules.Catalog.Messages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AppFlow.Fluent.Analyzers.Rules;

/// <summary>
/// AFF2003 and AFF3001: a blank constant for a required field, or an invalid constant. Each constant is read once for both.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GivenValueAnalyzer() : FluentRule(Descriptors.BlankRequiredValue, Descriptors.RefusedValue)
{
    private protected override void Judge(OperationBlockAnalysisContext context, BodyLook look, RequestLibrary library)
    {
        foreach (var call in look.Calls)
        {
            Judge(context, GivenValues.In(call, context.OwningSymbol, library));
        }

        foreach (var made in look.Factories)
        {
            Judge(context, GivenValues.InPart(made, library));
        }
    }

    private static void Judge(OperationBlockAnalysisContext context, IEnumerable<GivenValue> values)
    {
        foreach (var given in values)
        {
            if (ConstantTexts.Of(given.Expression, context.Compilation, context.CancellationToken) is { } text)
            {
                Judge(context, given, given.Expression, text.Whole is { } whole ? given.Blankness(whole) : null, given.Constraints.Refusal(text));
                continue;
            }

            // A name may have several values at one place.
            var reported = new HashSet<TextSpan>();
            foreach (var value in HardCodedValues.Of(given.Expression, context.Compilation, context.CancellationToken))
            {
                if (!reported.Contains(value.Place.Syntax.Span)
                    && Judge(context, given, value.Place, given.Blankness(value.Value), given.Constraints.Refusal(value.Value)))
                {
                    reported.Add(value.Place.Syntax.Span);
                }
            }
        }
    }

    // Only AFF2003 reports an empty or blank value of a required field.
    private static bool Judge(OperationBlockAnalysisContext context, GivenValue given, IOperation place, string? blankness, string? fault)
    {
        if (blankness is not null)
        {
            Report(context, place.Syntax, Diagnostic.Create(
                Descriptors.BlankRequiredValue,
                WrittenPlace.Of(place.Syntax),
                FieldMessages.CSharp.Blank(given.Field, blankness, given.Origin, given.Method)));
        }
        else if (fault is not null)
        {
            Report(context, place.Syntax, Diagnostic.Create(
                Descriptors.RefusedValue,
                WrittenPlace.Of(place.Syntax),
                FieldMessages.CSharp.Refused(given.Field, fault, given.Origin, given.Method)));
        }

        return (blankness ?? fault) is not null;
    }
}
