using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>
/// The content of an object whose token is assigned after its creation: the creation, and later assignments to its local's properties.
/// </summary>
internal static class NestedParts
{
    /// <summary>The creation of the object, if a local of the same iteration holds only this object; null if it cannot be found.</summary>
    public static IObjectCreationOperation? CreationOf(IAssignmentOperation assignment)
    {
        if (LocalOf(assignment) is not { } reference
            || reference.SemanticModel is not { } semantics
            || reference.Local.DeclaringSyntaxReferences is not { Length: 1 } declarations
            || declarations[0].SyntaxTree != reference.Syntax.SyntaxTree
            || semantics.GetOperation(declarations[0].GetSyntax()) is not IVariableDeclaratorOperation { Initializer.Value: { } initial } declarator
            || Rounds.Of(reference) != Rounds.Of(declarator)
            || SymbolUses.Of(reference.Local, reference).Any(IsReplaced))
        {
            return null;
        }

        return (initial is IConversionOperation conversion ? conversion.Operand : initial) as IObjectCreationOperation;
    }

    /// <summary>The values of the local's other properties; null for a value that is unknown at the assignment.</summary>
    public static IReadOnlyDictionary<IPropertySymbol, IOperation?> SetBeside(IAssignmentOperation assignment)
    {
        var found = new Dictionary<IPropertySymbol, IOperation?>(SymbolEqualityComparer.Default);
        if (LocalOf(assignment) is not { } local)
        {
            return found;
        }

        foreach (var use in SymbolUses.Of(local.Local, local))
        {
            if (use.Parent is not IPropertyReferenceOperation { Property: var property } reference || reference.Instance != use)
            {
                continue;
            }

            if (reference.Parent is ISimpleAssignmentOperation set && set.Target == reference)
            {
                var isKnown = !found.ContainsKey(property) && IsRepeatable(set.Value) && Rounds.Of(use) == Rounds.Of(local);
                found[property] = isKnown ? set.Value : null;
            }
            else if (!IsPlain(property.Type))
            {
                // It may be changed through this: Attributes.Add(…)
                found[property] = null;
            }
        }

        return found;
    }

    /// <summary>Whether the value can be read again at another place without side effects.</summary>
    public static bool IsRepeatable(IOperation value) => value.DescendantsAndSelf().All(part => part
        is not (IAwaitOperation or IAssignmentOperation { Parent: not IObjectOrCollectionInitializerOperation } or IIncrementOrDecrementOperation or IAnonymousFunctionOperation)
        && part is not IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref });

    private static ILocalReferenceOperation? LocalOf(IAssignmentOperation assignment) =>
        assignment.Target is IPropertyReferenceOperation { Instance: ILocalReferenceOperation local } ? local : null;

    private static bool IsReplaced(IOperation use) =>
        (use.Parent is IAssignmentOperation assignment && assignment.Target == use) || use.Parent is IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref };

    private static bool IsPlain(ITypeSymbol type) => type.IsValueType || type.SpecialType == SpecialType.System_String;
}
