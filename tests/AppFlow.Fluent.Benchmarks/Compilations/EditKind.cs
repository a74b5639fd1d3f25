namespace AppFlow.Fluent.Benchmarks.Compilations;

/// <summary>The edit of the file.</summary>
internal enum EditKind
{
    /// <summary>A number, in a method that sends nothing.</summary>
    Plain,

    /// <summary>The value of a client token of AppFlow.Fluent, which other files send too or do not.</summary>
    Token,

    /// <summary>The value of a client token of the AWS SDK, which other files send too or do not.</summary>
    RawToken,
}
