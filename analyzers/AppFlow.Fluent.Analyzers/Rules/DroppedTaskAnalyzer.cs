using AppFlow.Fluent.Analyzers.Bodies;
using AppFlow.Fluent.Analyzers.Contexts;
using AppFlow.Fluent.Analyzers.Expressions;
using AppFlow.Fluent.Analyzers.Libraries;
using AppFlow.Fluent.Rules.Catalog.Messages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Rules;

/// <summary>AFF4004: the task of a send is neither awaited nor kept, where the compiler does not say so itself (CS4014).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DroppedTaskAnalyzer() : FluentRule(Descriptors.DroppedTask)
{
    private protected override void Judge(OperationBlockAnalysisContext context, BodyLook look, RequestLibrary library)
    {
        foreach (var statement in look.DroppedCalls)
        {
            Judge(context, statement, library);
        }
    }

    private static void Judge(OperationBlockAnalysisContext context, IExpressionStatementOperation statement, RequestLibrary library)
    {
        if (ConditionalCalls.Last(statement.Operation) is not IInvocationOperation outermost)
        {
            return;
        }

        var send = TaskOf(outermost);
        if (!RequestNames.IsSend(send.TargetMethod.Name)
            || !IsTask(send.Type)
            || library.CallOf(send) is not { Kind: RequestCallKind.Send, Request: { Raw: null } request }
            || CompilerReports(statement.Operation, outermost, context.OwningSymbol)
            || IsVerified(send)
            || OwnClass.Contains(request.Symbol, context.OwningSymbol)
            || Functions.IsInExpressionTree(send))
        {
            return;
        }

        Report(context, send.Syntax, Diagnostic.Create(
            Descriptors.DroppedTask,
            CallNames.LocationOf(send.Syntax),
            UsageMessages.DroppedTask(send.TargetMethod.Name)));
    }

    // A call that only wraps the task is discarded with it.
    private static IInvocationOperation TaskOf(IInvocationOperation call)
    {
        while (call.TargetMethod.Name is "ConfigureAwait" or "WaitAsync" or "AsTask" or "Preserve"
            && (call.Instance is null ? null : ConditionalCalls.Last(call.Instance)) is IInvocationOperation inner)
        {
            call = inner;
        }

        return call;
    }

    // CS4014 covers plain calls: of an async method of this compilation anywhere, and of any other method inside async code.
    private static bool CompilerReports(IOperation dropped, IInvocationOperation outermost, ISymbol member) =>
        dropped == outermost && (outermost.TargetMethod.IsAsync || Functions.IsAsync(outermost, member));

    private static bool IsTask(ITypeSymbol? type) => type is
    {
        Name: "Task" or "ValueTask",
        ContainingNamespace: { Name: "Tasks", ContainingNamespace: { Name: "Threading", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } },
    };

    // client.Received().SendAsync(…): NSubstitute verifies the call and sends nothing.
    private static bool IsVerified(IInvocationOperation send) =>
        send.Instance is IInvocationOperation { TargetMethod.Name: var name }
        && (name.StartsWith("Received", StringComparison.Ordinal) || name.StartsWith("DidNotReceive", StringComparison.Ordinal));
}
