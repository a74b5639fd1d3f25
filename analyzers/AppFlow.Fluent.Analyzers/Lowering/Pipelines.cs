using AppFlow.Fluent.Analyzers.Expressions;
using AppFlow.Fluent.Analyzers.Lowering.Known;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Lowering;

/// <summary>Reads whether a Polly pipeline or policy may repeat its lambda, and after which failures.</summary>
internal sealed class Pipelines
{
    private const int MaxLinks = 64;

    private readonly Survey _survey;
    private readonly Compilation _compilation;
    private readonly CancellationToken _cancellationToken;
    private readonly List<HandledFailure> _handled = [];
    private bool _mayRetry;
    private bool _retriesAnything;
    private int _links;

    private Pipelines(Survey survey, Compilation compilation, CancellationToken cancellationToken)
    {
        _survey = survey;
        _compilation = compilation;
        _cancellationToken = cancellationToken;
    }

    /// <summary>
    /// What the pipeline repeats its lambda after: nothing only if its complete construction is visible and contains neither retry nor hedging.
    /// </summary>
    public static RetriedFailures RetriedBy(IOperation? pipeline, Survey survey, Compilation compilation, CancellationToken cancellationToken)
    {
        var reader = new Pipelines(survey, compilation, cancellationToken);
        reader.Follow(pipeline);
        return !reader._mayRetry ? RetriedFailures.None
            : reader._retriesAnything ? RetriedFailures.All
            : new RetriedFailures(reader._handled);
    }

    private void Follow(IOperation? pipeline)
    {
        var current = pipeline;
        while (!_retriesAnything && ++_links <= MaxLinks)
        {
            current = current?.UnwrappedFunction();
            switch (current)
            {
                case ILocalReferenceOperation local:
                    if (_survey.OnlyValueOf(local.Local) is not { } value)
                    {
                        RetryAnything();
                        return;
                    }

                    foreach (var use in _survey.UsesOf(local.Local))
                    {
                        ReadStatement(use);
                    }

                    current = value;
                    break;
                case IInvocationOperation call when Repeaters.IsOfPolly(call.TargetMethod.ContainingType):
                    if (Retries(call.TargetMethod.Name))
                    {
                        ReadRetry(call);
                    }

                    if (call.TargetMethod.Name is "Wrap" or "WrapAsync" or "AddPipeline")
                    {
                        FollowParts(call);
                        return;
                    }

                    if (call.Instance is null && call.Arguments.Length > 0 && call.TargetMethod.IsExtensionMethod)
                    {
                        current = call.Arguments[0].Value;
                    }
                    else if (call.Instance is null)
                    {
                        // Policy.TimeoutAsync(…) consists of nothing else.
                        return;
                    }
                    else
                    {
                        current = call.Instance;
                    }

                    break;
                case IObjectCreationOperation { Type: var type } when Repeaters.IsOfPolly(type) && type!.Name is "ResiliencePipelineBuilder" or "ResiliencePipelineRegistry":
                case IPropertyReferenceOperation { Property: { Name: "Empty" or "Null", IsStatic: true } } empty when Repeaters.IsOfPolly(empty.Property.ContainingType):
                case IFieldReferenceOperation { Field: { Name: "Empty" or "Null", IsStatic: true } } none when Repeaters.IsOfPolly(none.Field.ContainingType):
                    return;
                case IFieldReferenceOperation { Field: { IsReadOnly: true } field }:
                    current = OnlyValueOf(field);
                    break;
                case IPropertyReferenceOperation { Property: { IsReadOnly: true } property }:
                    current = OnlyValueOf(property);
                    break;
                default:
                    RetryAnything();
                    return;
            }
        }

        RetryAnything();
    }

    private void FollowParts(IInvocationOperation call)
    {
        if (call.Instance is null)
        {
            RetryAnything();
            return;
        }

        Follow(call.Instance);
        foreach (var argument in call.Arguments)
        {
            Follow(argument.Value);
        }
    }

    // A builder in a local gets its strategies in separate statements.
    private void ReadStatement(IOperation use)
    {
        var parent = use.Parent;
        while (parent is IConversionOperation or IArgumentOperation)
        {
            parent = parent.Parent;
        }

        if (parent is not IInvocationOperation { TargetMethod: var method } call)
        {
            return;
        }

        if (!Repeaters.IsOfPolly(method.ContainingType))
        {
            if (use.Type?.Name.EndsWith("Builder", StringComparison.Ordinal) == true)
            {
                RetryAnything();
            }
        }
        else if (Retries(method.Name))
        {
            ReadRetry(call);
        }
    }

    private void ReadRetry(IInvocationOperation retry)
    {
        _mayRetry = true;
        if (!retry.TargetMethod.Name.Contains("Retry")
            || retry.Arguments.Length == 0
            || !ReadHandled(retry.TargetMethod.Name == "AddRetry" ? ShouldHandleOf(retry) : retry.Instance ?? retry.Arguments[0].Value))
        {
            _retriesAnything = true;
        }
    }

    // Polly 8: the options' predicate, if it is made with a builder of predicates.
    private static IOperation? ShouldHandleOf(IInvocationOperation retry) => retry.Arguments
        .Select(argument => argument.Value.UnwrappedFunction())
        .OfType<IObjectCreationOperation>()
        .Where(options => Repeaters.IsOfPolly(options.Type))
        .SelectMany(options => options.Initializer?.Initializers ?? [])
        .OfType<ISimpleAssignmentOperation>()
        .FirstOrDefault(set => set.Target is IPropertyReferenceOperation { Property.Name: "ShouldHandle" })?.Value;

    // Policy.Handle<A>().Or<B>(…), or new PredicateBuilder().Handle<A>().Handle<B>(…): true if nothing else is in the chain.
    private bool ReadHandled(IOperation? chain)
    {
        var isAny = false;
        for (var links = 0; links < MaxLinks; links++)
        {
            while (chain is IConversionOperation conversion)
            {
                chain = conversion.Operand;
            }

            switch (chain)
            {
                case IInvocationOperation { TargetMethod: { Name: "Handle" or "Or", TypeArguments.Length: 1, Parameters.Length: <= 1 } method } call
                    when Repeaters.IsOfPolly(method.ContainingType):
                    _handled.Add(new HandledFailure(method.TypeArguments[0], call.Arguments.Length == 0 ? null : call.Arguments[0].Value));
                    isAny = true;
                    chain = call.Instance;
                    break;
                case IInvocationOperation { TargetMethod: { Name: "Build", Parameters.Length: 0 } method, Instance: { } builder } when Repeaters.IsOfPolly(method.ContainingType):
                    chain = builder;
                    break;
                case null or IObjectCreationOperation { Arguments.Length: 0, Initializer: null }:
                    return isAny;
                default:
                    return false;
            }
        }

        return false;
    }

    private void RetryAnything() => _mayRetry = _retriesAnything = true;

    private IOperation? OnlyValueOf(ISymbol member) => ReadOnlyMembers.OnlyValueOf(member, _compilation, _cancellationToken);

    private static bool Retries(string method) =>
        method.Contains("Retry") || method.Contains("Hedging") || method is "AddStrategy" or "AddResilienceEnricher" or "AddConcurrencyAndRetry";
}
