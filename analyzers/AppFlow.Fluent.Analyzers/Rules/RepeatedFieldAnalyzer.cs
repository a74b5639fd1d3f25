using AppFlow.Fluent.Analyzers.Bodies;
using AppFlow.Fluent.Analyzers.Contexts;
using AppFlow.Fluent.Analyzers.Expressions;
using AppFlow.Fluent.Analyzers.Libraries;
using AppFlow.Fluent.Analyzers.Usage;
using AppFlow.Fluent.Rules.Catalog.Messages;
using AppFlow.Fluent.Rules.Shapes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Rules;

/// <summary>AFF4003: a field is set twice in one chain, and the first value is lost.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RepeatedFieldAnalyzer() : FluentRule(Descriptors.FieldSetTwice)
{
    private protected override void Judge(OperationBlockAnalysisContext context, BodyLook look, RequestLibrary library)
    {
        foreach (var call in look.Calls)
        {
            // Each chain is read once, from its last With….
            if (Chain.IsLink(call) && call.Request is { } kind && !IsContinued(call.Operation, library) && !OwnClass.Contains(kind.Symbol, context.OwningSymbol))
            {
                Judge(context, call, library);
            }
        }
    }

    private static void Judge(OperationBlockAnalysisContext context, RequestCall last, RequestLibrary library)
    {

        var lost = new LostValues(library);
        var setters = new Dictionary<Field, (RequestCall Call, RequestFieldSet Set)>();
        foreach (var call in Chain.Of(last, library).Calls)
        {
            if (!IsJudged(call))
            {
                // It may derive one field from another, and so need the value that is overwritten later.
                setters.Clear();
                continue;
            }

            ForgetRead(call, setters);
            foreach (var set in call.Sets.Where(LostValues.Gives))
            {
                var choice = LostValues.ChoiceOf(set, call);
                if (setters.TryGetValue(choice, out var earlier) && lost.Loses(earlier.Call, earlier.Set, call, set))
                {
                    Report(context, earlier.Call.Operation.Syntax, Diagnostic.Create(
                        Descriptors.FieldSetTwice,
                        CallNames.LocationOf(earlier.Call.Operation.Syntax),
                        LostValues.Encode(lost.AllOf(earlier.Call, call)),
                        UsageMessages.CSharp.SetTwice(earlier.Set.Field.Name, call.Target.Name, isEntryPoint: earlier.Call.Kind == RequestCallKind.Begin)));
                }

                setters[choice] = (call, set);
            }
        }
    }

    // The request's own With… methods and the entry points; extensions have unknown effects, and a constructor is not a call of the chain.
    private static bool IsJudged(RequestCall call) => call.Kind == RequestCallKind.Begin
        ? call.Operation is IInvocationOperation
        : !call.IsOpen && call.Sets.Count > 0 && call.Target is IMethodSymbol { IsStatic: false, IsExtensionMethod: false } method && !ExtensionBlocks.IsMember(method);

    // A value that the new value is derived from is not lost.
    private static void ForgetRead(RequestCall call, Dictionary<Field, (RequestCall Call, RequestFieldSet Set)> setters)
    {
        foreach (var set in call.Sets)
        {
            foreach (var read in set.Reads.Where(name => name != set.Field.Name))
            {
                if (setters.Keys.FirstOrDefault(field => field.Name == read) is { } field)
                {
                    setters.Remove(field);
                }
            }
        }
    }

    private static bool IsContinued(IOperation call, RequestLibrary library)
    {
        var parent = call.Outermost().Parent;
        parent = parent is IArgumentOperation argument ? argument.Parent : parent;
        return Chain.LinkOf(parent, library) is { Source: { } source } && source.UnwrappedValue() == call;
    }
}
