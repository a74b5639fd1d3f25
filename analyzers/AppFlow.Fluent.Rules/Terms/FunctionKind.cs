namespace AppFlow.Fluent.Rules.Terms;

/// <summary>The kinds of function that a term may apply.</summary>
internal enum FunctionKind
{
    /// <summary>The opposite truth value of the one operand.</summary>
    Not,

    /// <summary>Whether all operands hold.</summary>
    And,

    /// <summary>Whether any operand holds.</summary>
    Or,

    /// <summary>Whether both operands are equal; equality with <see cref="Constant.Null"/> is the test for null.</summary>
    Equal,

    /// <summary>Whether the first operand is less than the second.</summary>
    Less,

    /// <summary>The operands as one text, in order: a concatenation or an interpolation.</summary>
    Text,

    /// <summary>The second operand where the first holds, the third where it does not.</summary>
    Choice,

    /// <summary>How many items the collection has at the moment.</summary>
    Count,

    /// <summary>How many characters the text has, or items an immutable collection.</summary>
    Length,

    /// <summary>Whether the collection is empty at the moment.</summary>
    IsEmpty,

    /// <summary>Whether the text, or an immutable collection, is empty; null is not.</summary>
    IsEmptyText,

    /// <summary>Whether the text is blank: empty or white space alone; null is not.</summary>
    IsBlankText,

    /// <summary>What an indexer gives: the receiver, then the arguments.</summary>
    Element,

    /// <summary>What a field or property that may be written holds: the receiver, or no operand where it is static.</summary>
    Member,

    /// <summary>What a field or property that is never written after its object was made holds: the receiver, or no operand.</summary>
    StableMember,

    /// <summary>A question to an object whose answer may change when the object does (<c>TryGetValue</c>, <c>Contains</c>): the receiver, then the arguments.</summary>
    Query,

    /// <summary>The operands as one tuple, in order.</summary>
    Tuple,

    /// <summary>A function of nothing but its operands.</summary>
    Pure,

    /// <summary>Whether the operand, which is not null then, is of the type that the symbol names.</summary>
    Is,

    /// <summary>A test of what was caught, by what the symbol names: a type, an error code, whether the change may have been applied.</summary>
    FailureIs,

    /// <summary>Whether the task of a send has ended well.</summary>
    Succeeded,

    /// <summary>Whether the task of a send has ended with a failure.</summary>
    Failed,
}
