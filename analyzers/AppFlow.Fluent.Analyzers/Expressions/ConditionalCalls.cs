using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Expressions;

/// <summary>Calls behind <c>?.</c>.</summary>
internal static class ConditionalCalls
{
    /// <summary>The call that gives the expression its value: in <c>a?.B()?.C()</c> the call of <c>C</c>.</summary>
    public static IOperation Last(IOperation expression)
    {
        while (expression is IConditionalAccessOperation access)
        {
            expression = access.WhenNotNull;
        }

        return expression;
    }
}
