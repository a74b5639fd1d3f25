using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.Analyzers.TokenIndex;

/// <summary>Reads an expression from the syntax alone.</summary>
/// <remarks>It may wrongly report an expression as hard-coded, because the semantic model decides later, but never the opposite.</remarks>
internal sealed class TokenTextReader(LocalNames locals)
{
    // Deeper nesting or more parts are not handwritten: they must neither crash the process nor block the editor, for example if locals
    // refer to each other.
    private const int Deepest = 64;
    private const int MaxParts = 256;

    private int _partsLeft;

    public TokenText Read(ExpressionSyntax expression)
    {
        _partsLeft = MaxParts;
        return Read(expression, Deepest);
    }

    private TokenText Read(ExpressionSyntax expression, int depth)
    {
        if (depth == 0 || --_partsLeft < 0)
        {
            return TokenText.NotHardCoded;
        }

        switch (expression)
        {
            case LiteralExpressionSyntax literal:
                return Literal(literal);
            case ParenthesizedExpressionSyntax parenthesized:
                return Read(parenthesized.Expression, depth - 1);
            case CastExpressionSyntax cast:
                return Read(cast.Expression, depth - 1);
            case CheckedExpressionSyntax checkedExpression:
                return Read(checkedExpression.Expression, depth - 1);
            case PostfixUnaryExpressionSyntax unary when unary.IsKind(SyntaxKind.SuppressNullableWarningExpression):
                return Read(unary.Operand, depth - 1);
            case InterpolatedStringExpressionSyntax interpolated:
                return TokenText.Join(interpolated.Contents.Select(content => Part(content, depth - 1)).ToList());
            case InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, ArgumentList.Arguments: { Count: 1 } arguments }:
                return LastName(arguments[0].Expression) is { } named ? new TokenText.Written(named) : TokenText.NotHardCoded;
            case InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } call when LastName(call.Expression) == "From" && MayBeUuid(arguments[0].Expression):
                return new TokenText.Computed();
            case BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression):
                return Sum(Operands(sum), depth - 1);
            case BinaryExpressionSyntax choice when choice.IsKind(SyntaxKind.CoalesceExpression):
                return TokenText.Choose([Read(choice.Left, depth - 1), Read(choice.Right, depth - 1)]);
            case BinaryExpressionSyntax cast when cast.IsKind(SyntaxKind.AsExpression):
                return Read(cast.Left, depth - 1);
            case BinaryExpressionSyntax computed:
                return Compute([Read(computed.Left, depth - 1), Read(computed.Right, depth - 1)]);
            case PrefixUnaryExpressionSyntax computed:
                return Compute([Read(computed.Operand, depth - 1)]);
            case ConditionalExpressionSyntax choice:
                return TokenText.Choose([Read(choice.WhenTrue, depth - 1), Read(choice.WhenFalse, depth - 1)]);
            case SwitchExpressionSyntax choice:
                return TokenText.Choose(choice.Arms.Where(arm => arm.Expression is not ThrowExpressionSyntax).Select(arm => Read(arm.Expression, depth - 1)).ToList());
            case IdentifierNameSyntax name:
                return SimpleName(name, depth - 1);
            case MemberAccessExpressionSyntax access when access.IsKind(SyntaxKind.SimpleMemberAccessExpression):
                return QualifiedName(access);
            default:
                return TokenText.NotHardCoded;
        }
    }

    private static TokenText Literal(LiteralExpressionSyntax literal) => literal.Token.Value switch
    {
        _ when literal.IsKind(SyntaxKind.Utf8StringLiteralExpression) => TokenText.NotHardCoded,
        string text => new TokenText.Written(text),
        char character => new TokenText.Written(character.ToString()),
        bool truth => new TokenText.Written(truth ? "True" : "False"),
        int or long or uint or ulong => new TokenText.Written(((IFormattable)literal.Token.Value).ToString(null, CultureInfo.InvariantCulture)),
        _ when literal.IsKind(SyntaxKind.NullLiteralExpression) => new TokenText.Written(""),
        _ => TokenText.NotHardCoded,
    };

    private TokenText Sum(List<ExpressionSyntax> operands, int depth)
    {
        var parts = operands.Select(operand => Read(operand, depth)).ToList();

        // Numbers and characters are added arithmetically up to the first text.
        return IsText(operands[0]) || IsText(operands[1]) ? TokenText.Join(parts) : Compute(parts);
    }

    private static TokenText Compute(List<TokenText> parts) => parts.Contains(TokenText.NotHardCoded) ? TokenText.NotHardCoded : new TokenText.Computed();

    private static bool IsText(ExpressionSyntax expression) => expression is InterpolatedStringExpressionSyntax or LiteralExpressionSyntax { Token.Value: string };

    private TokenText Part(InterpolatedStringContentSyntax content, int depth) => content switch
    {
        InterpolatedStringTextSyntax text => new TokenText.Written(text.TextToken.ValueText),
        InterpolationSyntax { AlignmentClause: null, FormatClause: null } hole => Read(hole.Expression, depth),
        _ => TokenText.NotHardCoded,
    };

    private TokenText SimpleName(IdentifierNameSyntax name, int depth)
    {
        var text = name.Identifier.ValueText;
        if (locals.DeclarationsOf(text, name) is not { } declarations)
        {
            return new TokenText.Named(text, [], TypesAround(name));
        }

        // The semantic model distinguishes locals with the same name in different scopes; here the name may mean any of them.
        var initializers = declarations.Select(declaration => declaration is null ? TokenText.NotHardCoded : Read(declaration, depth))
            .Where(initializer => initializer != TokenText.NotHardCoded)
            .ToList();
        return TokenText.Choose(initializers);
    }

    private TokenText QualifiedName(MemberAccessExpressionSyntax access)
    {
        var qualifiers = new List<string>();
        ExpressionSyntax left = access.Expression;
        while (left is MemberAccessExpressionSyntax inner && inner.IsKind(SyntaxKind.SimpleMemberAccessExpression))
        {
            qualifiers.Add(inner.Name.Identifier.ValueText);
            left = inner.Expression;
        }

        switch (left)
        {
            case PredefinedTypeSyntax:
                return access.Name.Identifier.ValueText == nameof(string.Empty) ? new TokenText.Written("") : TokenText.NotHardCoded;
            case IdentifierNameSyntax name when locals.DeclarationsOf(name.Identifier.ValueText, name) is null:
                qualifiers.Add(name.Identifier.ValueText);
                break;
            case GenericNameSyntax name:
                qualifiers.Add(name.Identifier.ValueText);
                break;
            case AliasQualifiedNameSyntax name:
                qualifiers.Add(name.Name.Identifier.ValueText);
                break;
            default:
                return TokenText.NotHardCoded;
        }

        qualifiers.Reverse();
        return new TokenText.Named(access.Name.Identifier.ValueText, qualifiers, TypesAround(access));
    }

    // A hard-coded UUID, or a name of one.
    private static bool MayBeUuid(ExpressionSyntax expression) => expression switch
    {
        InvocationExpressionSyntax call => LastName(call.Expression) is "Parse" or "ParseExact",
        BaseObjectCreationExpressionSyntax => true,
        IdentifierNameSyntax or MemberAccessExpressionSyntax => true,
        _ => false,
    };

    // The left side of a long sum is nested as deep as the sum is long.
    private static List<ExpressionSyntax> Operands(BinaryExpressionSyntax sum)
    {
        var operands = new List<ExpressionSyntax>();
        ExpressionSyntax left = sum;
        while (left is BinaryExpressionSyntax binary && binary.IsKind(SyntaxKind.AddExpression))
        {
            operands.Add(binary.Right);
            left = binary.Left;
        }

        operands.Add(left);
        operands.Reverse();
        return operands;
    }

    private static string? LastName(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        QualifiedNameSyntax name => name.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax name => name.Name.Identifier.ValueText,
        _ => null,
    };

    private static List<string> TypesAround(SyntaxNode node) =>
        node.Ancestors().OfType<BaseTypeDeclarationSyntax>().Select(type => type.Identifier.ValueText).ToList();
}
