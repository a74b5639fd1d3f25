using AppFlow.Fluent.Analyzers.Expressions;
using AppFlow.Fluent.Analyzers.Lowering.Known;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Lowering;

/// <summary>Whether a Polly pipeline or policy may repeat its lambda.</summary>
internal static class Pipelines
{
    private const int MaxLinks = 64;

    /// <summary>False only if the pipeline's complete construction is visible and contains neither retry nor hedging.</summary>
    public static bool MayRetry(IOperation? pipeline, Survey survey, Compilation compilation, CancellationToken cancellationToken)
    {
        var current = pipeline;
        for (var links = 0; links < MaxLinks; links++)
        {
            current = current?.UnwrappedFunction();
            switch (current)
            {
                case ILocalReferenceOperation local:
                    if (survey.OnlyValueOf(local.Local) is not { } value || survey.UsesOf(local.Local).Any(AddsRetry))
                    {
                        return true;
                    }

                    current = value;
                    break;
                case IInvocationOperation call when Repeaters.IsOfPolly(call.TargetMethod.ContainingType):
                    if (Retries(call.TargetMethod.Name))
                    {
                        return true;
                    }

                    if (call.TargetMethod.Name is "Wrap" or "WrapAsync" or "AddPipeline")
                    {
                        return call.Instance is null || MayRetry(call.Instance, survey, compilation, cancellationToken)
                            || call.Arguments.Any(argument => MayRetry(argument.Value, survey, compilation, cancellationToken));
                    }

                    if (call.Instance is null && call.Arguments.Length > 0 && call.TargetMethod.IsExtensionMethod)
                    {
                        current = call.Arguments[0].Value;
                    }
                    else if (call.Instance is null)
                    {
                        // Policy.TimeoutAsync(…) consists of nothing else.
                        return false;
                    }
                    else
                    {
                        current = call.Instance;
                    }

                    break;
                case IObjectCreationOperation { Type: var type }:
                    return !Repeaters.IsOfPolly(type) || type!.Name is not ("ResiliencePipelineBuilder" or "ResiliencePipelineRegistry");
                case IPropertyReferenceOperation { Property: { Name: "Empty" or "Null", IsStatic: true } property }:
                    return !Repeaters.IsOfPolly(property.ContainingType);
                case IFieldReferenceOperation { Field: { Name: "Empty" or "Null", IsStatic: true } field }:
                    return !Repeaters.IsOfPolly(field.ContainingType);
                case IFieldReferenceOperation { Field: { IsReadOnly: true } field }:
                    current = OnlyValueOf(field);
                    break;
                case IPropertyReferenceOperation { Property: { IsReadOnly: true } property }:
                    current = OnlyValueOf(property);
                    break;
                default:
                    return true;
            }
        }

        return true;

        IOperation? OnlyValueOf(ISymbol member) => ReadOnlyMembers.OnlyValueOf(member, compilation, cancellationToken);
    }

    // A builder in a local gets its strategies in separate statements.
    private static bool AddsRetry(IOperation use)
    {
        var parent = use.Parent;
        while (parent is IConversionOperation or IArgumentOperation)
        {
            parent = parent.Parent;
        }

        return parent is IInvocationOperation { TargetMethod: var method }
            && (!Repeaters.IsOfPolly(method.ContainingType) ? use.Type?.Name.EndsWith("Builder", StringComparison.Ordinal) == true : Retries(method.Name));
    }

    private static bool Retries(string method) =>
        method.Contains("Retry") || method.Contains("Hedging") || method is "AddStrategy" or "AddResilienceEnricher" or "AddConcurrencyAndRetry";
}
