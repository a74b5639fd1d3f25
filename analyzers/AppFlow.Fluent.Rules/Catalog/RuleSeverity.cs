namespace AppFlow.Fluent.Rules.Catalog;

/// <summary>The default severity of a rule.</summary>
internal enum RuleSeverity
{
    /// <summary>Worth knowing, but not necessarily wrong.</summary>
    Info,

    /// <summary>The author will want to change the code.</summary>
    Warning,
}
