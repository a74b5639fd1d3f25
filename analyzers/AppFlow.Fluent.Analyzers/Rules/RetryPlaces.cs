using System.Collections.Immutable;
using AppFlow.Fluent.Analyzers.Expressions;
using AppFlow.Fluent.Analyzers.Libraries;
using AppFlow.Fluent.Rules.Catalog.Messages;
using AppFlow.Fluent.Rules.Judges;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Rules;

/// <summary>Passes the places of the retry and of the fresh token from a diagnostic to its code fix.</summary>
internal static class RetryPlaces
{
    private const string SetterKey = "Setter";
    private const string FreshTokenKey = "FreshToken";
    private const string PropertyKey = "TokenProperty";

    /// <summary>The loop or the pipeline's call and, if the source creates one, the fresh token.</summary>
    public static IEnumerable<Location> Of(RetryFinding found)
    {
        if (SyntaxOf(found.Loop) is { } loop)
        {
            yield return loop.GetLocation();
            if (found.TokenPlace is IOperation token && MadeBy(token) is { } made)
            {
                yield return made.Syntax.GetLocation();
            }
        }
    }

    /// <summary>The other data for the fix; without it there is no fix.</summary>
    public static ImmutableDictionary<string, string?> Encode(RetryFinding found, RequestLibrary library)
    {
        var properties = ImmutableDictionary<string, string?>.Empty;
        if (found.TokenPlace is IOperation token)
        {
            return MadeBy(token) is { } made && IsPlain(made) ? properties.Add(FreshTokenKey, "") : properties;
        }

        if (library.OriginOf(found.Shape) == RequestOrigin.AwsSdk && found.Shape.Token is { } field)
        {
            return properties.Add(PropertyKey, field.Name);
        }

        return library.TokenSetterOf(found.Shape) is { } setter ? properties.Add(SetterKey, setter) : properties;
    }

    private static SyntaxNode? SyntaxOf(object? loop) => loop switch
    {
        IAnonymousFunctionOperation lambda when ReceivingCall(lambda) is { } call => call.Syntax,
        IOperation operation => operation.Syntax,
        SyntaxNode node => node,
        _ => null,
    };

    private static IInvocationOperation? ReceivingCall(IAnonymousFunctionOperation lambda) =>
        lambda.Outermost().Parent is IArgumentOperation { Parent: IInvocationOperation call } ? call : null;

    // The expression itself, or the initializer of its local.
    private static IOperation? MadeBy(IOperation token)
    {
        for (var steps = 0; steps < 8; steps++)
        {
            switch (token.Unwrapped())
            {
                case ILocalReferenceOperation { Local: { DeclaringSyntaxReferences: { Length: 1 } references } } local
                    when local.SemanticModel is { } semantics
                        && references[0].GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.VariableDeclaratorSyntax { Initializer.Value: { } value }
                        && value.SyntaxTree == semantics.SyntaxTree
                        && semantics.GetOperation(value) is { } initializer:
                    token = initializer;
                    break;
                case var made:
                    return made;
            }
        }

        return null;
    }

    // Only a new identifier, so that another one can replace it.
    private static bool IsPlain(IOperation token) => token switch
    {
        IInvocationOperation { TargetMethod: { Name: "New", ContainingType.Name: "ClientToken" } or { Name: "NewGuid" or "CreateVersion7", ContainingType.Name: "Guid" } } => true,
        IInvocationOperation { TargetMethod: { Name: "From", ContainingType.Name: "ClientToken" }, Arguments: { Length: 1 } arguments } => IsPlain(arguments[0].Value),
        IInvocationOperation { TargetMethod.Name: "ToString", Instance: { } instance } => IsPlain(instance),
        _ => false,
    };
}
