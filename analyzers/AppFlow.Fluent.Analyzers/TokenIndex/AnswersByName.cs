namespace AppFlow.Fluent.Analyzers.TokenIndex;

/// <summary>Answers that are found once for each name. There is one for each question to each tree, so it is small while nobody asks.</summary>
internal sealed class AnswersByName<TAnswer>
    where TAnswer : class
{
    private volatile Dictionary<string, TAnswer>? _answers;

    public TAnswer? Find(string name) => _answers is { } answers && answers.TryGetValue(name, out var answer) ? answer : null;

    /// <summary>Keeps an answer. Two that ask at the same time find the same, so it does not matter if one is lost, but a reader must never see a change.</summary>
    public TAnswer Keep(string name, TAnswer answer)
    {
        _answers = _answers is { } others
            ? new Dictionary<string, TAnswer>(others, StringComparer.Ordinal) { [name] = answer }
            : new Dictionary<string, TAnswer>(StringComparer.Ordinal) { [name] = answer };
        return answer;
    }
}
