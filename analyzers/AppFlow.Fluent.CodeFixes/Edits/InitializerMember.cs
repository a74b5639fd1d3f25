using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.CodeFixes.Edits;

/// <summary>
/// Sets a property where a request is created: in the initializer of <c>new</c>, which is added if there is none, or in a <c>with</c>.
/// </summary>
internal static class InitializerMember
{
    public static SyntaxNode Add(SyntaxNode place, string property, ExpressionSyntax value)
    {
        var member = SyntaxFactory.AssignmentExpression(
            SyntaxKind.SimpleAssignmentExpression,
            SyntaxFactory.IdentifierName(property).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space),
            value);
        return place switch
        {
            WithExpressionSyntax with => with.WithInitializer(SeparatedItems.Add(with.Initializer, member)),
            BaseObjectCreationExpressionSyntax { Initializer: { } initializer } creation => creation.WithInitializer(SeparatedItems.Add(initializer, member)),
            ObjectCreationExpressionSyntax { ArgumentList: { Arguments.Count: 0 } arguments } creation when !Trivia.HasText(arguments) => creation
                .WithArgumentList(null)
                .WithType(creation.Type.WithTrailingTrivia(SyntaxFactory.Space))
                .WithInitializer(NewInitializer(member, creation)),
            BaseObjectCreationExpressionSyntax { ArgumentList: { } arguments } creation => creation
                .WithArgumentList(arguments.WithTrailingTrivia(SyntaxFactory.Space))
                .WithInitializer(NewInitializer(member, creation)),
            _ => place,
        };
    }

    private static InitializerExpressionSyntax NewInitializer(ExpressionSyntax member, SyntaxNode creation) => SyntaxFactory.InitializerExpression(
        SyntaxKind.ObjectInitializerExpression,
        SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithTrailingTrivia(SyntaxFactory.Space),
        SyntaxFactory.SingletonSeparatedList(member.WithTrailingTrivia(SyntaxFactory.Space)),
        SyntaxFactory.Token(SyntaxKind.CloseBraceToken)).WithTrailingTrivia(creation.GetTrailingTrivia());
}
