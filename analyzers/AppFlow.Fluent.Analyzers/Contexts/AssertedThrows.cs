using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.Analyzers.Contexts;

/// <summary>
/// Lambdas and local functions that assert an exception: <c>Assert.Throws…</c>, <c>Should().Throw…</c> and similar ones. Their mistakes are
/// the point of the test. Assertions are recognised by name, because that can only silence a rule.
/// </summary>
internal static class AssertedThrows
{
    // A delegate that is passed from name to name: such a long chain is not written by hand.
    private const int MaxNames = 4;

    /// <summary>
    /// Whether the node is in such a function. Only for nodes that are about to be reported, because it reads the surrounding member.
    /// </summary>
    public static bool Contain(SyntaxNode node)
    {
        for (SyntaxNode? current = node; current is not null and not BaseTypeDeclarationSyntax; current = current.Parent)
        {
            if (current is AnonymousFunctionExpressionSyntax lambda && IsAsserted(lambda, MaxNames))
            {
                return true;
            }

            if (current is LocalFunctionStatementSyntax function && IsNameAsserted(function.Identifier.ValueText, function, MaxNames))
            {
                return true;
            }
        }

        return false;
    }

    // Up from a delegate to the call that gets it.
    private static bool IsAsserted(ExpressionSyntax value, int names)
    {
        while (true)
        {
            switch (value.Parent)
            {
                case ParenthesizedExpressionSyntax or CastExpressionSyntax or PostfixUnaryExpressionSyntax or AwaitExpressionSyntax:
                    value = (ExpressionSyntax)value.Parent;
                    continue;
                case ArgumentSyntax { Parent: ArgumentListSyntax { Parent: BaseObjectCreationExpressionSyntax made } }:
                    value = made;
                    continue;
                case ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } argument:
                    if (IsAssertion(call, argument))
                    {
                        return true;
                    }

                    // FluentActions.Invoking(…), Assert.That(…): the assertion about the action follows.
                    if (NameOf(call) is not ("Invoking" or "Awaiting" or "Enumerating" or "That"))
                    {
                        return false;
                    }

                    value = call;
                    continue;
                case MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access when access.Expression == value:
                    var name = access.Name.Identifier.ValueText;
                    if (IsThrow(name))
                    {
                        return true;
                    }

                    if (name is not ("Should" or "Invoking" or "Awaiting"))
                    {
                        return false;
                    }

                    value = call;
                    continue;
                case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator }:
                    return IsNameAsserted(declarator.Identifier.ValueText, declarator, names);
                case AssignmentExpressionSyntax { Left: IdentifierNameSyntax target } assignment when assignment.Right == value:
                    return IsNameAsserted(target.Identifier.ValueText, assignment, names);
                default:
                    return false;
            }
        }
    }

    private static bool IsNameAsserted(string name, SyntaxNode declaration, int names) =>
        names > 0 && MemberNames.Of(name, declaration).Any(use => IsAsserted(use, names - 1));

    private static bool IsAssertion(InvocationExpressionSyntax call, ArgumentSyntax action)
    {
        var name = NameOf(call);
        return name.StartsWith("Throws", StringComparison.Ordinal)
            || name.StartsWith("ShouldThrow", StringComparison.Ordinal)
            || TypeOf(call) switch
            {
                "Assert" when name == "That" => call.ArgumentList.Arguments.Any(other => other != action && Mentions(other, "Throws")),
                "Assert" or "Should" => IsThrow(name) || name.StartsWith("Catch", StringComparison.Ordinal),
                "Record" => name is "Exception" or "ExceptionAsync",
                _ => false,
            };
    }

    private static bool IsThrow(string name) =>
        name.StartsWith("Throw", StringComparison.Ordinal) || name.StartsWith("ShouldThrow", StringComparison.Ordinal);

    private static bool Mentions(ArgumentSyntax argument, string name) =>
        argument.DescendantNodes().OfType<IdentifierNameSyntax>().Any(use => use.Identifier.ValueText == name);

    private static string NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };

    private static string TypeOf(InvocationExpressionSyntax call) => call.Expression is MemberAccessExpressionSyntax access
        ? access.Expression switch
        {
            SimpleNameSyntax name => name.Identifier.ValueText,
            MemberAccessExpressionSyntax qualified => qualified.Name.Identifier.ValueText,
            _ => "",
        }
        : "";
}
