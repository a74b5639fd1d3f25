using AppFlow.Fluent.Analyzers.Expressions;
using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Lowering;

internal sealed partial class BodyLowerer
{
    // The loop being lowered.
    private Loop? _loop;

    private Loop LoopOf(IOperation place, string name, IEnumerable<IOperation> parts, IEnumerable<IParameterSymbol>? parameters = null)
    {
        var assigned = new Dictionary<Variable, Site>();
        foreach (var symbol in _survey.AssignedIn(parts).Concat(parameters ?? []))
        {
            if (!_survey.IsWrittenElsewhere(symbol))
            {
                foreach (var variable in VariablesOf(symbol))
                {
                    assigned[variable] = new Site(SiteKind.Counter, place);
                }
            }
        }

        return new Loop(assigned) { Place = place, Name = name, Around = _loop };
    }

    private void BeginRound(Loop loop, Block head)
    {
        _graph.Continue(head);
        Add(new RoundStep(loop) { Place = loop.Place });
    }

    private void ForLoop(IForLoopOperation loop)
    {
        foreach (var before in loop.Before)
        {
            Statement(before);
        }

        var steps = LoopOf(loop, "for", [.. loop.Condition is null ? [] : new[] { loop.Condition }, .. loop.AtLoopBottom, loop.Body]);
        var (head, body, next, exit) = (_graph.NewBlock(), _graph.NewBlock(), _graph.NewBlock(), _graph.NewBlock());
        LoopLabels(loop, next, exit);
        _loop = steps;
        BeginRound(steps, head);
        if (loop.Condition is null)
        {
            _graph.Continue(body);
        }
        else
        {
            Condition(loop.Condition, body, exit);
        }

        _graph.Resume(body);
        Statement(loop.Body);
        _graph.Continue(next);
        foreach (var bottom in loop.AtLoopBottom)
        {
            Statement(bottom);
        }

        Again(steps, loop, head);
        _graph.Resume(exit);
    }

    private void WhileLoop(IWhileLoopOperation loop)
    {
        var steps = LoopOf(loop, loop.ConditionIsTop ? "while" : "do", loop.ChildOperations);
        var (head, body, next, exit) = (_graph.NewBlock(), _graph.NewBlock(), _graph.NewBlock(), _graph.NewBlock());
        LoopLabels(loop, next, exit);
        _loop = steps;
        BeginRound(steps, head);
        if (loop.ConditionIsTop)
        {
            LoopCondition(loop, body, exit);
            _graph.Resume(body);
            Statement(loop.Body);
            _graph.Continue(next);
        }
        else
        {
            Statement(loop.Body);
            _graph.Continue(next);
            LoopCondition(loop, body, exit);
            _graph.Resume(body);
        }

        Again(steps, loop, head);
        _graph.Resume(exit);
    }

    private void LoopCondition(IWhileLoopOperation loop, Block goesOn, Block exit)
    {
        if (loop.Condition is null)
        {
            _graph.Branch(Unknown(loop), goesOn, exit);
        }
        else
        {
            Condition(loop.Condition, loop.ConditionIsUntil ? exit : goesOn, loop.ConditionIsUntil ? goesOn : exit);
        }
    }

    private void ForEachLoop(IForEachLoopOperation loop)
    {
        var collection = Value(loop.Collection);
        var steps = LoopOf(loop, "foreach", [loop.LoopControlVariable, loop.Body]);
        var (head, next, exit) = (_graph.NewBlock(), _graph.NewBlock(), _graph.NewBlock());
        LoopLabels(loop, next, exit);
        _graph.Branch(IsFilled(collection, loop.Collection) ? Constant.True : HasItems(collection, loop.Collection), head, exit);
        _loop = steps;
        _graph.Resume(head);
        Add(new RoundStep(steps) { Place = loop });
        var item = Make(Survey.IsRange(loop.Collection) ? SiteKind.Counter : SiteKind.Item, loop.LoopControlVariable);
        if (loop.LoopControlVariable is IVariableDeclaratorOperation declarator)
        {
            Write(declarator.Symbol, source: null, item, declarator);
        }
        else
        {
            Deconstruct(loop.LoopControlVariable, item, ItemType(loop), loop.LoopControlVariable);
        }

        Filter(loop.Collection, item, next);
        Statement(loop.Body);
        _graph.Continue(next);
        if (!Survey.HasOneItem(loop.Collection))
        {
            var again = _graph.NewBlock();
            _graph.Branch(Unknown(loop), again, exit);
            _graph.Resume(again);
            Again(steps, loop, head);
            _graph.Resume(exit);
        }
        else
        {
            _graph.Continue(exit);
        }
    }

    private void Again(Loop loop, IOperation place, Block head)
    {
        Add(new AgainStep(loop) { Place = place });
        _graph.Current.GoTo(head);
        _loop = loop.Around;
    }

    private void LoopLabels(ILoopOperation loop, Block next, Block exit)
    {
        _labels[loop.ContinueLabel] = TargetHere(next);
        _labels[loop.ExitLabel] = TargetHere(exit);
    }

    private static ITypeSymbol? ItemType(IForEachLoopOperation loop) => loop.Collection.Unwrapped().Type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments.Length: 1 } named => named.TypeArguments[0],
        INamedTypeSymbol { IsGenericType: true, TypeArguments.Length: 2 } map when map.Name.Contains("Dictionary") =>
            map.AllInterfaces.Concat([map]).FirstOrDefault(type => type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)?.TypeArguments[0],
        _ => null,
    };

    // Texts and arrays cannot change their size, so their emptiness is a property of the value.
    private static Term HasItems(Term collection, IOperation source) => TermFactory.Not(TermFactory.Apply(
        source?.Unwrapped().Type is IArrayTypeSymbol or { SpecialType: SpecialType.System_String } ? Function.IsEmptyText : Function.IsEmpty,
        collection));

    private bool IsFilled(Term collection, IOperation source) =>
        (collection is Root { Age: 0 } root && _filled.Contains(root.Site)) || _survey.IsFilled(source);
}
