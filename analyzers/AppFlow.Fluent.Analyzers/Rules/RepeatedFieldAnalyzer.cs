using System.Collections.Immutable;
using AppFlow.Fluent.Analyzers.Contexts;
using AppFlow.Fluent.Analyzers.Requests;
using AppFlow.Fluent.Analyzers.Usage;
using AppFlow.Fluent.Analyzers.Values;
using AppFlow.Fluent.Rules.Catalog.Messages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Rules;

/// <summary>AFF4003: a field is set twice in one chain, and the first value is lost.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RepeatedFieldAnalyzer : RequestRuleAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.FieldSetTwice);

    private protected override void Register(CompilationStartAnalysisContext context, FluentModel model) =>
        context.RegisterOperationAction(invocation => Analyze(invocation, model), OperationKind.Invocation);

    private static void Analyze(OperationAnalysisContext context, FluentModel model)
    {
        // Each chain is read once, from its last With….
        if (model.CallOf(context.Operation) is not { Kind: RequestCallKind.With } last
            || IsContinued(context.Operation, model)
            || OwnClass.Contains(last.Request.Symbol, context.ContainingSymbol))
        {
            return;
        }

        var lost = new LostValues(model, context.Compilation, context.CancellationToken);
        var setters = new Dictionary<RequestField, (RequestCall Call, SetField Set)>();
        foreach (var call in Chain.Of(last, model).Calls)
        {
            if (!IsJudged(call, model))
            {
                // It may make one field of another, and so need the value that is overwritten later.
                setters.Clear();
                continue;
            }

            foreach (var set in call.Sets)
            {
                var field = FieldOf(set.Field, call.Request);
                if (setters.TryGetValue(field, out var earlier) && lost.Loses(earlier.Call, earlier.Set, call, set))
                {
                    Report(context, earlier.Call, earlier.Set.Field, call, lost.AllOf(earlier.Call, call));
                }

                if (call.Gives(set))
                {
                    setters[field] = (call, set);
                }
            }
        }
    }

    // The request's own With… methods and the entry points; what an extension does is not known, and a constructor is no call of the chain.
    private static bool IsJudged(RequestCall call, FluentModel model) => call.Kind == RequestCallKind.Begin
        ? call.Operation is IInvocationOperation
        : !call.Sets.IsEmpty && !call.Method.IsStatic && !call.Method.IsExtensionMethod && call.Method.ReducedFrom is null && model.RequestOf(call.Method.ContainingType) is not null;

    // A client token and an operation id are one choice.
    private static RequestField FieldOf(RequestField field, RequestType request) =>
        request.IsTokenChoice(field) && request.Token is { } token ? token : field;

    private static bool IsContinued(IOperation call, FluentModel model)
    {
        var parent = call.Parent;
        while (parent is IConversionOperation or IParenthesizedOperation)
        {
            parent = parent.Parent;
        }

        parent = parent is IArgumentOperation argument ? argument.Parent : parent;
        return model.CallOf(parent) is { Kind: RequestCallKind.With, Receiver: { } receiver } && HardCodedValues.Unwrapped(receiver) == call;
    }

    private static void Report(OperationAnalysisContext context, RequestCall earlier, RequestField field, RequestCall later, bool isAllLost)
    {
        if (AssertedThrows.Contain(earlier.Operation.Syntax))
        {
            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.FieldSetTwice,
            earlier.NameLocation(),
            LostValues.Encode(isAllLost),
            UsageMessages.CSharp.SetTwice(field.Name, later.Method.Name, isEntryPoint: earlier.Kind == RequestCallKind.Begin)));
    }
}
