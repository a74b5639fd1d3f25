namespace AppFlow.Fluent.Analyzers.TokenIndex;

/// <summary>A cache of answers by name. There is one per query and tree, so it is small while unused.</summary>
internal sealed class AnswersByName<TAnswer>
    where TAnswer : class
{
    private readonly object _gate = new();
    private Dictionary<string, TAnswer>? _answers;

    public TAnswer? Find(string name)
    {
        lock (_gate)
        {
            return _answers is not null && _answers.TryGetValue(name, out var answer) ? answer : null;
        }
    }

    /// <summary>Stores an answer. Concurrent callers find the same answer, so it does not matter whose is stored.</summary>
    public TAnswer Keep(string name, TAnswer answer)
    {
        lock (_gate)
        {
            _answers ??= new Dictionary<string, TAnswer>(StringComparer.Ordinal);
            _answers[name] = answer;
        }

        return answer;
    }
}
