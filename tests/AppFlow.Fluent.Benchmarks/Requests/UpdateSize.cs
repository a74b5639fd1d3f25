namespace AppFlow.Fluent.Benchmarks.Requests;

/// <summary>How much an update sets.</summary>
public enum UpdateSize
{
    /// <summary>The label, and the token that each call makes.</summary>
    Minimal,

    /// <summary>Label, description, Lambda function and a given token.</summary>
    Full,
}
