namespace AppFlow.Fluent.Analyzers.Tokens.Index;

/// <summary>Answers that are found once for each name. There is one for each question to each tree, so it is small while nobody asks.</summary>
internal sealed class ByName<TAnswer>
    where TAnswer : class
{
    private volatile Dictionary<string, TAnswer>? _answers;

    public TAnswer Get(string name, Func<string, TAnswer> find)
    {
        if (_answers is { } known && known.TryGetValue(name, out var answer))
        {
            return answer;
        }

        // Two that ask at the same time find the same; which of them is kept does not matter, as long as a reader never sees a change.
        answer = find(name);
        _answers = _answers is { } others ? new Dictionary<string, TAnswer>(others, StringComparer.Ordinal) { [name] = answer } : new(StringComparer.Ordinal) { [name] = answer };
        return answer;
    }
}
