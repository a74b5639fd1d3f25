namespace AppFlow.Fluent.Rules.Shapes;

/// <summary>The role of a field for idempotency.</summary>
internal enum FieldRole
{
    /// <summary>None: part of the request's content.</summary>
    Content,

    /// <summary>The idempotency token itself.</summary>
    Token,

    /// <summary>
    /// An id from which, with the request's content, the token is derived. Token and id exclude each other: the last one set wins.
    /// </summary>
    OperationId,
}
