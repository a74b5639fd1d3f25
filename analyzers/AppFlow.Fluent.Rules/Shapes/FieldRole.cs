namespace AppFlow.Fluent.Rules.Shapes;

/// <summary>What a field of a request has to do with idempotency.</summary>
internal enum FieldRole
{
    /// <summary>Nothing: part of what is asked for.</summary>
    Content,

    /// <summary>The idempotency token itself.</summary>
    Token,

    /// <summary>An id from which, with the request's content, the token is derived. Token and id are one choice: the last one set holds.</summary>
    OperationId,
}
