using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AppFlow.Fluent.Editor.FixServer;

/// <summary>An entry of the menu that an editor shows at a diagnostic.</summary>
/// <param name="Action">What it is called, and what it does.</param>
/// <param name="Provider">The one that offers it.</param>
public sealed record OfferedFix(CodeAction Action, CodeFixProvider Provider);
