namespace AppFlow.Fluent.Analyzers.TokenIndex;

/// <summary>Answers that are found once for each name. There is one for each question to each tree, so it is small while nobody asks.</summary>
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

    /// <summary>Keeps an answer. Two that ask at the same time find the same, so it does not matter whose is kept.</summary>
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
