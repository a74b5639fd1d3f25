using System.Runtime.CompilerServices;
using AppFlow.Fluent.Analyzers.Contexts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.Analyzers.Values;

/// <summary>
/// The names that a member writes, read once per member and cached with its syntax, because a body with 600 sends needs them 600 times.
/// </summary>
/// <remarks>
/// Decided by syntax: a written name counts for every variable with that name. This can only silence a rule.
/// </remarks>
internal static class WrittenNames
{
    private static readonly ConditionalWeakTable<SyntaxNode, HashSet<string>> Members = new();

    /// <summary>The names that are written in the member around a node, or in the file for top-level statements.</summary>
    public static HashSet<string> Around(SyntaxNode node) => In(MemberNames.MemberAround(node));

    /// <summary>The names that are written in a node.</summary>
    public static HashSet<string> In(SyntaxNode member) => Members.GetValue(member, static member => new HashSet<string>(
        member.DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Where(IsWritten)
            .Select(name => name.Identifier.ValueText),
        StringComparer.Ordinal));

    // Label, this.Label and Settings.Label are all the field; map[label] is not.
    private static bool IsWritten(IdentifierNameSyntax name) =>
        LocalAssignments.IsWritten(name)
        || (name.Parent is MemberAccessExpressionSyntax access && access.Name == name && LocalAssignments.IsWritten(access));
}
