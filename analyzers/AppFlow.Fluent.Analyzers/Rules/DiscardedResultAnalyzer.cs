using AppFlow.Fluent.Analyzers.Bodies;
using AppFlow.Fluent.Analyzers.Contexts;
using AppFlow.Fluent.Analyzers.Expressions;
using AppFlow.Fluent.Analyzers.Libraries;
using AppFlow.Fluent.Analyzers.Usage;
using AppFlow.Fluent.Rules.Catalog.Messages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Rules;

/// <summary>AFF4001: the result is not used of <c>With…</c>, of a bare entry point or of <c>EnumerateAsync</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DiscardedResultAnalyzer() : FluentRule(Descriptors.DiscardedResult)
{
    // A statement, the expression body of a void member, and a lambda that becomes a void delegate are all expression statements.
    private protected override void Judge(OperationBlockAnalysisContext context, BodyLook look, RequestLibrary library)
    {
        foreach (var statement in look.DroppedCalls)
        {
            Judge(context, statement, library);
        }
    }

    private static void Judge(OperationBlockAnalysisContext context, IExpressionStatementOperation statement, RequestLibrary library)
    {
        if (ConditionalCalls.Last(statement.Operation) is IInvocationOperation call
            && Judge(call, context.OwningSymbol, library) is { } message
            && !Functions.IsInExpressionTree(call))
        {
            Report(context, call.Syntax, Diagnostic.Create(Descriptors.DiscardedResult, CallNames.LocationOf(call.Syntax), message));
        }
    }

    private static string? Judge(IInvocationOperation call, ISymbol member, RequestLibrary library)
    {
        var method = call.TargetMethod;
        if (RequestNames.IsEnumerate(method.Name))
        {
            return library.FluentKindOf(call.Instance?.Type) is { } pages && IsJudged(pages, member) && method.ReturnType.Name == "IAsyncEnumerable"
                ? UsageMessages.DiscardedPages(method.Name)
                : null;
        }

        if (RequestNames.IsWith(method.Name))
        {
            return MadeOfRequest(call, library) is { } made && IsJudged(made, member)
                && !(library.FluentKindOf(call.Instance?.Type) is { } receiver && !IsJudged(receiver, member))
                && !ChangesReceiver(call, library)
                ? Chain.LinkOf(call, library) is { } last && Chain.Of(last, library).Begin is not null
                    ? UsageMessages.CSharp.DiscardedRequest(made.SendName)
                    : UsageMessages.DiscardedResult(method.Name)
                : null;
        }

        return method.IsStatic && Chain.CallOf(call, library) is { Request: { } begun }
            ? UsageMessages.CSharp.DiscardedRequest(begun.SendName)
            : null;
    }

    // On the request, as an extension of it, or a plain method that takes it and may make a request of another kind.
    private static RequestKind? MadeOfRequest(IInvocationOperation call, RequestLibrary library) =>
        library.FluentKindOf(call.TargetMethod.ReturnType) is { } made
        && (library.FluentKindOf(call.Instance?.Type) is not null || call.Arguments.Any(argument => library.FluentKindOf(argument.Parameter?.Type) is not null))
            ? made
            : null;

    private static bool ChangesReceiver(IInvocationOperation call, RequestLibrary library) =>
        library.Setters.ReturnReceiver(call.TargetMethod) || library.CallOf(call) is { Kind: RequestCallKind.Mutate };

    private static bool IsJudged(RequestKind request, ISymbol member) => !OwnClass.Contains(request.Symbol, member);
}
