namespace AppFlow.Fluent.Rules.Terms;

/// <summary>The kinds of function that a term may apply.</summary>
internal enum FunctionKind
{
    /// <summary>The opposite truth value of the one operand.</summary>
    Not,

    /// <summary>Whether all operands are true.</summary>
    And,

    /// <summary>Whether any operand is true.</summary>
    Or,

    /// <summary>Whether both operands are equal; equality with <see cref="Constant.Null"/> is the test for null.</summary>
    Equal,

    /// <summary>Whether the first operand is less than the second.</summary>
    Less,

    /// <summary>The operands as one text, in order: a concatenation or an interpolation.</summary>
    Text,

    /// <summary>The second operand if the first is true, otherwise the third.</summary>
    Choice,

    /// <summary>The current number of items of the collection.</summary>
    Count,

    /// <summary>The number of characters of a text, or of items of an immutable collection.</summary>
    Length,

    /// <summary>Whether the collection is currently empty.</summary>
    IsEmpty,

    /// <summary>Whether the text, or an immutable collection, is empty; null is not.</summary>
    IsEmptyText,

    /// <summary>Whether the text is blank: empty or only white space; null is not.</summary>
    IsBlankText,

    /// <summary>The value of an indexer: the receiver, then the arguments.</summary>
    Element,

    /// <summary>The value of a writable field or property: the receiver, or no operand if it is static.</summary>
    Member,

    /// <summary>The value of a field or property that is never written after construction: the receiver, or no operand.</summary>
    StableMember,

    /// <summary>
    /// A query of an object whose result may change when the object does (<c>TryGetValue</c>, <c>Contains</c>): the receiver, then the
    /// arguments.
    /// </summary>
    Query,

    /// <summary>The operands as one tuple, in order.</summary>
    Tuple,

    /// <summary>A pure function of its operands.</summary>
    Pure,

    /// <summary>Whether the operand is not null and of the type that the symbol names.</summary>
    Is,

    /// <summary>A test of the caught failure, by the symbol: a type, an error code, whether the change may have been applied.</summary>
    FailureIs,

    /// <summary>Whether the task of a send has completed successfully.</summary>
    Succeeded,

    /// <summary>Whether the task of a send has failed.</summary>
    Failed,
}
