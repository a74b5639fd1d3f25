using System.Collections.Immutable;
using AppFlow.Fluent.Analyzers.Contexts;
using AppFlow.Fluent.Analyzers.Requests;
using AppFlow.Fluent.Analyzers.Usage;
using AppFlow.Fluent.Rules.Catalog.Messages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Rules;

/// <summary>AFF4001: nothing takes the result of <c>With…</c>, of a bare entry point or of <c>EnumerateAsync</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DiscardedResultAnalyzer : RequestRuleAnalyzer
{
    private const string Enumerate = "EnumerateAsync";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.DiscardedResult);

    // A statement, the expression body of a void member, and a lambda that becomes a void delegate are all expression statements.
    private protected override void Register(CompilationStartAnalysisContext context, FluentModel model) =>
        context.RegisterOperationAction(statement => Analyze(statement, model), OperationKind.ExpressionStatement);

    private static void Analyze(OperationAnalysisContext context, FluentModel model)
    {
        var statement = (IExpressionStatementOperation)context.Operation;
        if (ConditionalCalls.Last(statement.Operation) is IInvocationOperation call
            && Judge(call, context, model) is { } message
            && !Functions.IsInExpressionTree(call)
            && !AssertedThrows.Contain(call.Syntax))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.DiscardedResult, CallSyntax.NameNode(call.Syntax).GetLocation(), message));
        }
    }

    private static string? Judge(IInvocationOperation call, OperationAnalysisContext context, FluentModel model)
    {
        var method = call.TargetMethod;
        if (method.Name == Enumerate)
        {
            return call.Instance is { } list && model.RequestOf(list.Type) is { } pages && IsJudged(pages, context) && method.ReturnType.Name == "IAsyncEnumerable"
                ? UsageMessages.DiscardedPages(method.Name)
                : null;
        }

        if (RequestType.IsWith(method))
        {
            return MakesRequestOfRequest(call, model) is { } made && IsJudged(made, context)
                && !(model.RequestOf(call.Instance?.Type) is { } receiver && !IsJudged(receiver, context))
                && !SetterBodies.SetReceiver(method, context.Compilation, context.CancellationToken)
                ? model.CallOf(call) is { } last && Chain.Of(last, model).Begin is not null
                    ? UsageMessages.CSharp.DiscardedRequest(Sends.MethodOf(made))
                    : UsageMessages.DiscardedResult(method.Name)
                : null;
        }

        return method is { IsStatic: true, IsExtensionMethod: false } && model.CallOf(call) is { Kind: RequestCallKind.Begin } begin
            ? UsageMessages.CSharp.DiscardedRequest(Sends.MethodOf(begin.Request))
            : null;
    }

    // On the request, as an extension of it, or a plain method that takes it and may make a request of another kind.
    private static RequestType? MakesRequestOfRequest(IInvocationOperation call, FluentModel model) =>
        model.RequestOf(call.TargetMethod.ReturnType) is { } made
        && (model.RequestOf(call.Instance?.Type) is not null || call.Arguments.Any(argument => model.RequestOf(argument.Parameter?.Type) is not null))
            ? made
            : null;

    private static bool IsJudged(RequestType request, OperationAnalysisContext context) => !OwnClass.Contains(request.Symbol, context.ContainingSymbol);
}
