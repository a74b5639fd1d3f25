using AppFlow.Fluent.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.CodeFixes.Fixes;

/// <summary>Removes an optional argument; later arguments are named if their position is no longer enough.</summary>
internal static class OptionalArgument
{
    public static bool Drop(ArgumentSyntax argument, ArgumentListSyntax list, ExpressionSyntax call, FixSite site, FileEdits edits)
    {
        if (list.ContainsDirectives
            || site.SymbolOf(call) is not IMethodSymbol method
            || ParameterOf(argument, list, method) is not { IsOptional: true })
        {
            return false;
        }

        var names = new Dictionary<ArgumentSyntax, string>();
        foreach (var later in list.Arguments.Skip(list.Arguments.IndexOf(argument) + 1).Where(later => later.NameColon is null))
        {
            if (ParameterOf(later, list, method) is not { IsParams: false } parameter)
            {
                return false;
            }

            names.Add(later, parameter.Name);
        }

        // Another overload may take fewer arguments.
        var shorter = Shorter(list, argument, names);
        if (!SymbolEqualityComparer.Default.Equals(Meant(call, list, shorter, site)?.OriginalDefinition, method.OriginalDefinition))
        {
            return false;
        }

        edits.Remove(argument);
        foreach (var later in names)
        {
            edits.Replace(later.Key, rewritten => Named((ArgumentSyntax)rewritten, later.Value));
        }

        return true;
    }

    private static IParameterSymbol? ParameterOf(ArgumentSyntax argument, ArgumentListSyntax list, IMethodSymbol method)
    {
        if (argument.NameColon is { } name)
        {
            return method.Parameters.FirstOrDefault(parameter => parameter.Name == name.Name.Identifier.ValueText);
        }

        var index = list.Arguments.IndexOf(argument);
        return index < method.Parameters.Length ? method.Parameters[index] : null;
    }

    private static ArgumentListSyntax Shorter(ArgumentListSyntax list, ArgumentSyntax dropped, Dictionary<ArgumentSyntax, string> names) => list.WithArguments(
        SyntaxFactory.SeparatedList(list.Arguments
            .Where(argument => argument != dropped)
            .Select(argument => names.TryGetValue(argument, out var name) ? Named(argument, name) : argument)));

    private static ArgumentSyntax Named(ArgumentSyntax argument, string name) => argument
        .WithoutLeadingTrivia()
        .WithNameColon(SyntaxFactory.NameColon(name).WithTrailingTrivia(SyntaxFactory.Space))
        .WithLeadingTrivia(argument.GetLeadingTrivia());

    private static ISymbol? Meant(ExpressionSyntax call, ArgumentListSyntax list, ArgumentListSyntax shorter, FixSite site)
    {
        var changed = call.ReplaceNode(list, shorter);

        // new(…) has no meaning without the surrounding expression.
        if (changed is ImplicitObjectCreationExpressionSyntax creation && site.TypeOf(call) is { } type)
        {
            changed = SyntaxFactory.ObjectCreationExpression(
                SyntaxFactory.ParseTypeName(type.ToMinimalDisplayString(site.Model, call.SpanStart)),
                creation.ArgumentList,
                creation.Initializer);
        }

        return site.Model.GetSpeculativeSymbolInfo(call.SpanStart, changed, SpeculativeBindingOption.BindAsExpression).Symbol;
    }
}
