namespace AppFlow.Fluent.Wire;

/// <summary>A header that the signature covers: a lower-case name and a value without outer or doubled spaces.</summary>
internal readonly record struct SignedHeader(string Name, string Value)
{
    /// <summary>Only the name, because the value may be a session token.</summary>
    public override string ToString() => Name;
}
