using Microsoft.CodeAnalysis.Text;

namespace AppFlow.Fluent.Analyzers.TokenIndex;

/// <summary>A call, object creation or assignment that may send a token, judging by its name.</summary>
internal sealed class CallSite(TextSpan span, IReadOnlyList<KeyValuePair<TextSpan, TokenText>> arguments)
{
    /// <summary>The span of the call. Nodes are not stored, because a summary would keep the whole tree in memory.</summary>
    public TextSpan Span { get; } = span;

    /// <summary>The arguments that may be hard-coded, or the assigned value.</summary>
    public IReadOnlyList<KeyValuePair<TextSpan, TokenText>> Arguments { get; } = arguments;
}
