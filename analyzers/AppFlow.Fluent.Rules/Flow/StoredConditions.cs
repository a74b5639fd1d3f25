using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Flow;

/// <summary>The results that are kept in a variable before a condition tests it: it stands for the condition.</summary>
internal sealed class StoredConditions
{
    private readonly Dictionary<Variable, List<Term>> _values = [];

    public StoredConditions(StepGraph graph)
    {
        var open = new Stack<Term>(graph.Blocks.Select(block => block.Condition).OfType<Term>());
        var assigned = open.Count == 0 ? null : graph.Steps.OfType<AssignStep>().ToLookup(step => step.Target, step => step.Value);
        while (open.Count > 0)
        {
            switch (open.Pop())
            {
                case Variable variable when !_values.ContainsKey(variable):
                    var values = assigned![variable].ToList();
                    _values.Add(variable, values);
                    values.ForEach(open.Push);
                    break;
                case Apply { Function.Kind: FunctionKind.Not or FunctionKind.And or FunctionKind.Or or FunctionKind.Choice } parts:
                    foreach (var part in parts.Operands)
                    {
                        open.Push(part);
                    }

                    break;
            }
        }
    }

    /// <summary>All such results.</summary>
    public IEnumerable<Term> Values => _values.Values.SelectMany(values => values);

    /// <summary>The results that a variable holds; none if no condition tests it as a whole.</summary>
    public IReadOnlyList<Term> ValuesOf(Variable variable) => _values.TryGetValue(variable, out var values) ? values : [];
}
