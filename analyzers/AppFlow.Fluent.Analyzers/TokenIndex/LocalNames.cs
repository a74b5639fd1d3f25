using AppFlow.Fluent.Analyzers.Contexts;
using AppFlow.Fluent.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.Analyzers.TokenIndex;

/// <summary>The names of a tree that are locals and parameters, according to the syntax. Each body is searched once.</summary>
internal sealed class LocalNames
{
    private readonly Dictionary<SyntaxNode, Body> _bodies = [];

    /// <summary>
    /// The initializers of the locals of that name that are in scope, null for one that has none or changes, for a parameter, for a
    /// loop's variable; no list at all if the name is not a local.
    /// </summary>
    public IReadOnlyList<ExpressionSyntax?>? DeclarationsOf(string name, SyntaxNode use)
    {
        if (IsParameter(name, use))
        {
            return [null];
        }

        var body = BodyOf(use);
        if (!body.Locals.TryGetValue(name, out var declarations))
        {
            return null;
        }

        var inScope = declarations.Where(declaration => ScopeOf(declaration).Span.Contains(use.Span)).ToList();
        return inScope.Count == 0
            ? null
            : inScope.Select(declaration => body.Written.Contains(name) ? null : (declaration as VariableDeclaratorSyntax)?.Initializer?.Value).ToList();
    }

    private Body BodyOf(SyntaxNode use)
    {
        var around = MemberNames.MemberAround(use);
        if (!_bodies.TryGetValue(around, out var body))
        {
            _bodies.Add(around, body = new Body(around));
        }

        return body;
    }

    private static bool IsParameter(string name, SyntaxNode use)
    {
        foreach (var around in use.Ancestors())
        {
            if (around is AccessorDeclarationSyntax ? name == "value"
                : around is SimpleLambdaExpressionSyntax lambda ? lambda.Parameter.Identifier.ValueText == name
                : ParametersOf(around)?.Parameters.Any(parameter => parameter.Identifier.ValueText == name) == true)
            {
                return true;
            }
        }

        return false;
    }

    private static BaseParameterListSyntax? ParametersOf(SyntaxNode declaration) => declaration switch
    {
        ParenthesizedLambdaExpressionSyntax lambda => lambda.ParameterList,
        AnonymousMethodExpressionSyntax function => function.ParameterList,
        LocalFunctionStatementSyntax function => function.ParameterList,
        BaseMethodDeclarationSyntax method => method.ParameterList,
        IndexerDeclarationSyntax indexer => indexer.ParameterList,
        TypeDeclarationSyntax type => type.ParameterList,
        _ => null,
    };

    private static SyntaxNode ScopeOf(SyntaxNode declaration) =>
        declaration.Ancestors().FirstOrDefault(node => node
            is BlockSyntax
            or SwitchSectionSyntax
            or SwitchExpressionArmSyntax
            or AnonymousFunctionExpressionSyntax
            or ArrowExpressionClauseSyntax
            or CompilationUnitSyntax
            || node is MemberDeclarationSyntax and not GlobalStatementSyntax) ?? declaration;

    /// <summary>The locals of one member, or of a file's top-level statements.</summary>
    private sealed class Body
    {
        public Body(SyntaxNode around)
        {
            foreach (var node in around.DescendantNodes())
            {
                if (NameOf(node) is { } name)
                {
                    if (!Locals.TryGetValue(name, out var declarations))
                    {
                        Locals.Add(name, declarations = []);
                    }

                    declarations.Add(node);
                }
                else if (node is IdentifierNameSyntax identifier && LocalAssignments.IsWritten(identifier))
                {
                    Written.Add(identifier.Identifier.ValueText);
                }
            }
        }

        public Dictionary<string, List<SyntaxNode>> Locals { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Written { get; } = new(StringComparer.Ordinal);

        private static string? NameOf(SyntaxNode node) => node switch
        {
            VariableDeclaratorSyntax { Parent.Parent: not BaseFieldDeclarationSyntax } local => local.Identifier.ValueText,
            SingleVariableDesignationSyntax local => local.Identifier.ValueText,
            ForEachStatementSyntax loop => loop.Identifier.ValueText,
            CatchDeclarationSyntax clause => clause.Identifier.ValueText,
            FromClauseSyntax clause => clause.Identifier.ValueText,
            LetClauseSyntax clause => clause.Identifier.ValueText,
            JoinClauseSyntax clause => clause.Identifier.ValueText,
            _ => null,
        };
    }
}
