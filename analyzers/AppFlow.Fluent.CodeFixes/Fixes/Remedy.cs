using AppFlow.Fluent.CodeFixes.Edits;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.CodeFixes.Fixes;

/// <summary>One way to fix a diagnostic.</summary>
/// <param name="key">The equivalence key of its actions.</param>
internal abstract class Remedy(string key)
{
    public string Key => key;

    /// <summary>Adds the edits for one diagnostic.</summary>
    /// <returns>The title of the action; null, with nothing added, if there is nothing to do.</returns>
    public abstract string? Plan(Diagnostic diagnostic, FixSite site, FileEdits edits);
}
