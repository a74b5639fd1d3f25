using System.Text;
using AppFlow.Fluent.Analyzers.Expressions;
using AppFlow.Fluent.Analyzers.Libraries;
using AppFlow.Fluent.Rules.Terms;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Lowering;

internal sealed partial class BodyLowerer
{
    // Longer lists are generated code.
    private const int MaxParts = 100;

    private readonly Dictionary<IOperation, Term> _parts = [];

    /// <summary>The value of a part of an object or a collection, stored for <see cref="StructureOf"/>.</summary>
    private Term PartValue(IOperation part)
    {
        var value = Value(part);
        _parts[part] = value;
        return value;
    }

    /// <summary>
    /// The structure of an object or a collection that is created where a request gets it, so that no other code has it: two with equal
    /// content are the same to the service. Null for any other expression, and if a part is unknown.
    /// </summary>
    private Term? StructureOf(IOperation whole)
    {
        var shape = new StringBuilder();
        var parts = new List<Term>();
        return IsMadeHere(whole.Unwrapped()) && Collect(whole, shape, parts) && parts.Count <= MaxParts
            ? TermFactory.Apply(new Function(FunctionKind.Pure, shape.ToString()), [.. parts])
            : null;
    }

    private static bool IsMadeHere(IOperation? operation) => operation is IObjectCreationOperation or ICollectionExpressionOperation or IArrayCreationOperation;

    private bool Collect(IOperation part, StringBuilder shape, List<Term> parts)
    {
        switch (part.Unwrapped())
        {
            case IObjectCreationOperation creation:
                return _library.KindOf(creation.Type) is null && CollectObject(creation, shape, parts);
            case ICollectionExpressionOperation { Elements: var elements }:
                return elements.All(element => element is not ISpreadOperation) && CollectItems(elements, shape, parts);
            case IArrayCreationOperation { DimensionSizes.Length: 1, Initializer.ElementValues: var elements }:
                return CollectItems(elements, shape, parts);
            default:
                if (_parts.TryGetValue(part, out var value))
                {
                    shape.Append('.');
                    parts.Add(value);
                    return true;
                }

                return false;
        }
    }

    private bool CollectItems(IEnumerable<IOperation> items, StringBuilder shape, List<Term> parts)
    {
        shape.Append('[');
        foreach (var item in items)
        {
            if (!Collect(item, shape, parts))
            {
                return false;
            }
        }

        shape.Append(']');
        return true;
    }

    private bool CollectObject(IObjectCreationOperation creation, StringBuilder shape, List<Term> parts)
    {
        var initializers = creation.Initializer?.Initializers ?? [];
        if (initializers.Length > 0 && creation.Arguments.IsEmpty && initializers.All(part => part is IInvocationOperation or ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true } }))
        {
            return CollectItems(initializers.SelectMany(ItemParts), shape, parts);
        }

        // A property and the constructor parameter with its name are the same, in any order.
        var members = new SortedDictionary<string, IOperation>(StringComparer.OrdinalIgnoreCase);
        foreach (var argument in creation.Arguments.Where(argument => argument.Parameter is not null && CallArguments.IsWritten(argument)))
        {
            members[argument.Parameter!.Name] = argument.Value;
        }

        foreach (var part in initializers)
        {
            switch (part)
            {
                case ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: var member } } assignment:
                    members[member.Name] = assignment.Value;
                    break;
                default:
                    return false;
            }
        }

        shape.Append('{').Append(creation.Type?.ToDisplayString());
        foreach (var member in members)
        {
            shape.Append(' ').Append(member.Key.ToLowerInvariant());
            if (!Collect(member.Value, shape, parts))
            {
                return false;
            }
        }

        shape.Append('}');
        return true;
    }

    private static IEnumerable<IOperation> ItemParts(IOperation item) => item switch
    {
        IInvocationOperation add => add.Arguments.Where(CallArguments.IsWritten).Select(argument => argument.Value),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation indexer } assignment => indexer.Arguments.Select(argument => argument.Value).Append(assignment.Value),
        _ => [],
    };
}
