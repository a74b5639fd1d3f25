using AppFlow.Fluent.CodeFixes.Edits;
using AppFlow.Fluent.CodeFixes.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.CodeFixes.Fixes;

/// <summary>Turns <c>WithClientToken("x")</c> into <c>WithOperationId("x")</c>, for AppFlow.Fluent's own requests.</summary>
internal sealed class UseOperationId() : Remedy(EquivalenceKey)
{
    public const string EquivalenceKey = nameof(UseOperationId);

    private const string Method = "WithOperationId";

    public override string? Plan(Diagnostic diagnostic, FixSite site, FileEdits edits)
    {
        if (TokenExpression.Of(diagnostic, site) is not { Parent: ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } argument } token
            || !TokenCalls.OnlySetsToken(call, site)
            || NameOf(call) is not IdentifierNameSyntax name
            || site.TypeOf(call) is not { } request
            || !RequestSymbols.IsOfLibrary(request)
            || MethodOf(request, site.Model, name.SpanStart) is not { } method
            || KnownValues.In(token, site).Any(value => IsNewAtEveryRun(value, site) || IsRefused(value, request, method, site)))
        {
            return null;
        }

        edits.Replace(name, old => Named((IdentifierNameSyntax)old, Method));
        if (argument.NameColon is { } colon)
        {
            edits.Replace(colon.Name, old => Named((IdentifierNameSyntax)old, method.Parameters[0].Name));
        }

        return "Use WithOperationId";
    }

    private static SimpleNameSyntax? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        _ => null,
    };

    private static IMethodSymbol? MethodOf(ITypeSymbol request, SemanticModel model, int position) =>
        request.GetMembers(Method).OfType<IMethodSymbol>().FirstOrDefault(method =>
            !method.IsStatic
            && method.Parameters.Length == 1
            && method.Parameters[0].Type.SpecialType == SpecialType.System_String
            && SymbolEqualityComparer.Default.Equals(method.ReturnType, request)
            && model.IsAccessible(position, method));

    // The step would be a different one at the next run, which is AFF1006.
    private static bool IsNewAtEveryRun(ExpressionSyntax value, FixSite site) => value.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(name =>
        name.Identifier.ValueText is "Now" or "UtcNow" or "NewGuid" or "CreateVersion7" or "New" or "GetUtcNow" or "GetLocalNow" or "GetTimestamp" or "TickCount"
            or "TickCount64" or "GetRandomFileName" or "Next" or "NextInt64" or "NextDouble" or "NextBytes" or "GetBytes" or "GetHexString" or "GetString" or "GetInt32" or "GetItems"
        && site.SymbolOf(name) is { ContainingType: { } type }
        && ((type.Name == "ClientToken" && RequestSymbols.IsOfLibrary(type))
            || type is { Name: "Guid" or "DateTime" or "DateTimeOffset" or "TimeProvider" or "Environment" or "Random", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
            || type.Name is "Stopwatch" or "RandomNumberGenerator" or "Path"));

    // A run-time value is accepted; a known value must be valid.
    private static bool IsRefused(ExpressionSyntax value, ITypeSymbol request, IMethodSymbol method, FixSite site) =>
        site.Model.GetConstantValue(value, site.CancellationToken) is { HasValue: true, Value: var constant }
        && (constant is not string text || (RequestSymbols.FieldOf(request, method) is { } field && RequestSymbols.Refuses(field, text)));

    private static IdentifierNameSyntax Named(IdentifierNameSyntax old, string name) =>
        old.WithIdentifier(SyntaxFactory.Identifier(name).WithTriviaFrom(old.Identifier));
}
