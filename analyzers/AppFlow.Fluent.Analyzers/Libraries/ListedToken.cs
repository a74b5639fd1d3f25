using Microsoft.CodeAnalysis.Text;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>A line of <c>IdempotencyTokens.txt</c>.</summary>
/// <param name="Id">
/// The documentation id of a property (<c>P:</c>) or of a method or constructor (<c>M:</c>); null if the line is malformed.
/// </param>
/// <param name="Parameter">The parameter of a method; null for a property.</param>
/// <param name="Line">The line without the space around it.</param>
/// <param name="Span">The span of the trimmed line.</param>
internal sealed record ListedToken(string? Id, string? Parameter, string Line, TextSpan Span)
{
    /// <summary>The member's own name; <c>#ctor</c> of a constructor.</summary>
    public string? MemberName => Id is null ? null : Id.Substring(LastDot + 1, End - LastDot - 1);

    /// <summary>The documentation id of the type whose member it is; null if the id has no type.</summary>
    public string? TypeId => LastDot > 2 ? "T:" + Id!.Substring(2, LastDot - 2) : null;

    // The start of the parameters.
    private int End => Id!.IndexOf('(') is var parenthesis && parenthesis < 0 ? Id.Length : parenthesis;

    private int LastDot => Id is null ? -1 : Id.LastIndexOf('.', End - 1);
}
