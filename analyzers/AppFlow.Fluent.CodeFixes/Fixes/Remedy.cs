using AppFlow.Fluent.CodeFixes.Edits;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.CodeFixes.Fixes;

/// <summary>One way to mend what a diagnostic says.</summary>
/// <param name="key">The equivalence key of its actions.</param>
internal abstract class Remedy(string key)
{
    public string Key => key;

    /// <summary>Adds the edits for one diagnostic.</summary>
    /// <returns>The title of the action; null, with nothing added, where there is nothing to do.</returns>
    public abstract string? Plan(Diagnostic diagnostic, FixSite site, FileEdits edits);
}
