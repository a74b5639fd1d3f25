using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AppFlow.Fluent.Editor.FixServer;

/// <summary>An entry of the menu that an editor shows at a diagnostic.</summary>
/// <param name="Action">Its title and its change.</param>
/// <param name="Provider">The provider that offers it.</param>
public sealed record OfferedFix(CodeAction Action, CodeFixProvider Provider);
