using System.Collections.Immutable;
using AppFlow.Fluent.Analyzers.Contexts;
using AppFlow.Fluent.Analyzers.Requests;
using AppFlow.Fluent.Analyzers.Usage;
using AppFlow.Fluent.Rules.Catalog.Messages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Rules;

/// <summary>AFF4004: the task of a send is neither awaited nor kept, where the compiler does not say so itself (CS4014).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DroppedTaskAnalyzer : RequestRuleAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.DroppedTask);

    private protected override void Register(CompilationStartAnalysisContext context, FluentModel model) =>
        context.RegisterOperationAction(statement => Analyze(statement, model), OperationKind.ExpressionStatement);

    private static void Analyze(OperationAnalysisContext context, FluentModel model)
    {
        var statement = (IExpressionStatementOperation)context.Operation;
        if (ConditionalCalls.Last(statement.Operation) is not IInvocationOperation outermost)
        {
            return;
        }

        var send = TaskOf(outermost);
        if (!Sends.IsSend(send, model)
            || !IsTask(send.Type)
            || SaysTheCompiler(statement.Operation, outermost, context.ContainingSymbol)
            || IsVerified(send)
            || IsOwnAffair(send, model, context.ContainingSymbol)
            || Functions.IsInExpressionTree(send)
            || AssertedThrows.Contain(send.Syntax))
        {
            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.DroppedTask,
            CallSyntax.NameNode(send.Syntax).GetLocation(),
            UsageMessages.DroppedTask(send.TargetMethod.Name)));
    }

    // What only dresses the task up is dropped with it.
    private static IInvocationOperation TaskOf(IInvocationOperation call)
    {
        while (call.TargetMethod.Name is "ConfigureAwait" or "WaitAsync" or "AsTask" or "Preserve"
            && (call.Instance is null ? null : ConditionalCalls.Last(call.Instance)) is IInvocationOperation inner)
        {
            call = inner;
        }

        return call;
    }

    // CS4014 is for plain calls: of an async method of this compilation everywhere, of any other in what is itself async.
    private static bool SaysTheCompiler(IOperation dropped, IInvocationOperation outermost, ISymbol member) =>
        dropped == outermost && (outermost.TargetMethod.IsAsync || Functions.IsAsync(outermost, member));

    private static bool IsTask(ITypeSymbol? type) => type is
    {
        Name: "Task" or "ValueTask",
        ContainingNamespace: { Name: "Tasks", ContainingNamespace: { Name: "Threading", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } },
    };

    // client.Received().SendAsync(…): NSubstitute asks whether it was sent, and sends nothing.
    private static bool IsVerified(IInvocationOperation send) =>
        send.Instance is IInvocationOperation { TargetMethod.Name: var name }
        && (name.StartsWith("Received", StringComparison.Ordinal) || name.StartsWith("DidNotReceive", StringComparison.Ordinal));

    private static bool IsOwnAffair(IInvocationOperation send, FluentModel model, ISymbol member) =>
        model.RequestOf(send.Instance?.Type) is { } request && OwnClass.Contains(request.Symbol, member);
}
