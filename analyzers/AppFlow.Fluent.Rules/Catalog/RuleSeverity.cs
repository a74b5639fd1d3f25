namespace AppFlow.Fluent.Rules.Catalog;

/// <summary>How loud a rule is unless <c>.editorconfig</c> says otherwise.</summary>
internal enum RuleSeverity
{
    /// <summary>Worth knowing; no promise that anything is wrong.</summary>
    Info,

    /// <summary>A promise that the reader will want to change the code.</summary>
    Warning,
}
