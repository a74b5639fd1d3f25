using System.Collections.Immutable;
using AppFlow.Fluent.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AppFlow.Fluent.Analyzers.Usage;

/// <summary>AFF4003: a field is set twice in one chain, and the first value is lost.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RepeatedFieldAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.FieldSetTwice);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (FluentModel.For(start.Compilation) is { } model)
            {
                start.RegisterOperationAction(invocation => Analyze(invocation, model), OperationKind.Invocation);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, FluentModel model)
    {
        if (model.CallOf(context.Operation) is not { Kind: RequestCallKind.With, Sets.IsEmpty: false } later)
        {
            return;
        }

        var before = Chain.Of(later, model).Calls;
        foreach (var set in later.Sets)
        {
            // Back to the nearest call that sets the field: one further back is that call's to tell.
            for (var i = before.Count - 2; i >= 0 && !MayReadAll(before[i]); i--)
            {
                var earlier = before[i];
                var met = earlier.Sets.Where(first => earlier.Gives(first) && later.Request.SameChoice(first.Field, set.Field)).ToList();
                if (met.Count == 0)
                {
                    continue;
                }

                if (met.Any(first => LostValues.Loses(earlier, first, later, set)))
                {
                    Report(context, earlier, met[0].Field, later);
                }

                break;
            }
        }
    }

    private static void Report(OperationAnalysisContext context, RequestCall earlier, RequestField field, RequestCall later) =>
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.FieldSetTwice,
            earlier.NameLocation(),
            LostValues.Encode(LostValues.AllOf(earlier, later)),
            field.Name,
            later.Method.Name));

    // A method of which nothing is known may make one field of another, and so need the value that is overwritten later.
    private static bool MayReadAll(RequestCall call) => call.Kind == RequestCallKind.With && call.Sets.IsEmpty;
}
