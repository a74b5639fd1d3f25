namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>How a property differs from the rule of the three names.</summary>
internal enum TokenExceptionSign
{
    /// <summary>A token with another name.</summary>
    OtherName,

    /// <summary>A token of a type that is part of requests.</summary>
    Nested,

    /// <summary>Not a token.</summary>
    None,

    /// <summary>A token with one of the three names that the SDK does not generate.</summary>
    NotFilled,
}
