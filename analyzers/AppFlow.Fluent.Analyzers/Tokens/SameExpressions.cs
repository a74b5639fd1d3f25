using AppFlow.Fluent.Analyzers.Loops;
using AppFlow.Fluent.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Tokens;

/// <summary>Whether two expressions of a body are written to have the same value.</summary>
internal sealed class SameExpressions(Writes writes)
{
    private const int MostLocals = 8;

    public bool AreSame(IOperation? one, IOperation? other)
    {
        if (one is null || other is null)
        {
            return one == other;
        }

        one = Origin(one);
        other = Origin(other);
        if (one.ConstantValue.HasValue && other.ConstantValue.HasValue)
        {
            return Equals(one.ConstantValue.Value, other.ConstantValue.Value);
        }

        return SyntaxFactory.AreEquivalent(one.Syntax, other.Syntax);
    }

    private IOperation Origin(IOperation expression)
    {
        expression = HardCodedValues.Unwrapped(expression);
        for (var i = 0; i < MostLocals && expression is ILocalReferenceOperation local && !expression.ConstantValue.HasValue; i++)
        {
            if (writes.DefinitionOf(local) is not { } definition)
            {
                break;
            }

            expression = HardCodedValues.Unwrapped(definition);
        }

        return expression;
    }
}
