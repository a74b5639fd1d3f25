namespace AppFlow.Fluent.Rules.Catalog.Messages;

/// <summary>How a language writes the calls in a message.</summary>
internal abstract class CallStyle
{
    /// <summary>C#: <c>WithOperationId</c>, <c>SendAsync</c>.</summary>
    public static CallStyle CSharp { get; } = new CSharpStyle();

    /// <summary>F#: <c>|&gt; _.WithOperationId "…"</c>, <c>|&gt; _.SendAsync()</c>.</summary>
    public static CallStyle FSharp { get; } = new FSharpStyle();

    /// <summary>A call that gives the request a value.</summary>
    public abstract string With(string method);

    /// <summary>A call that sends the request.</summary>
    public abstract string Send(string method);

    private sealed class CSharpStyle : CallStyle
    {
        public override string With(string method) => method;

        public override string Send(string method) => method;
    }

    private sealed class FSharpStyle : CallStyle
    {
        // Entry points are functions without a receiver, and a config is not a string.
        public override string With(string method) =>
            !method.StartsWith("With", StringComparison.Ordinal) ? $"{method} \"…\""
            : method.EndsWith("Config", StringComparison.Ordinal) ? $"|> _.{method}(…)"
            : $"|> _.{method} \"…\"";

        public override string Send(string method) => $"|> _.{method}()";
    }
}
