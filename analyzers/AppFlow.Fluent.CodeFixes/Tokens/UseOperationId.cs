using AppFlow.Fluent.Analyzers.Requests;
using AppFlow.Fluent.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.CodeFixes.Tokens;

/// <summary>Turns <c>WithClientToken("x")</c> into <c>WithOperationId("x")</c>.</summary>
internal static class UseOperationId
{
    public const string Key = nameof(UseOperationId);
    public const string Title = "Use WithOperationId";

    private const string Method = "WithOperationId";

    /// <summary>Adds what is to be changed, or nothing where the request has no operation id, or would not take this one.</summary>
    public static void Add(TokenArgument argument, TokenEdits edits, CancellationToken cancellationToken)
    {
        if (argument.AsWith() is not { } call
            || CallSyntax.NameNode(call.Operation.Syntax) is not IdentifierNameSyntax name
            || MethodOf(call.Request, argument.Semantics, name.SpanStart) is not { } method
            || !Accepts(call.Request, method, argument, cancellationToken))
        {
            return;
        }

        edits.Replace(name, old => Named((IdentifierNameSyntax)old, Method));
        if (argument.Syntax.NameColon is { } colon)
        {
            edits.Replace(colon.Name, old => Named((IdentifierNameSyntax)old, method.Parameters[0].Name));
        }
    }

    private static IMethodSymbol? MethodOf(RequestType request, SemanticModel semantics, int position) =>
        request.Symbol.GetMembers(Method).OfType<IMethodSymbol>().FirstOrDefault(method =>
            !method.IsStatic
            && method.Parameters.Length == 1
            && method.Parameters[0].Type.SpecialType == SpecialType.System_String
            && SymbolEqualityComparer.Default.Equals(method.ReturnType.OriginalDefinition, request.Symbol)
            && semantics.IsAccessible(position, method));

    // A value that is made at run time is taken as it comes; one that is known must be good.
    private static bool Accepts(RequestType request, IMethodSymbol method, TokenArgument argument, CancellationToken cancellationToken) =>
        HardCodedValues.Of(argument.Operation.Value, argument.Semantics.Compilation, cancellationToken).All(value =>
            value.Value is string text && request.SetBy(method).All(set => set.Constraints.Refusal(text) is null));

    private static IdentifierNameSyntax Named(IdentifierNameSyntax old, string name) =>
        old.WithIdentifier(SyntaxFactory.Identifier(name).WithTriviaFrom(old.Identifier));
}
