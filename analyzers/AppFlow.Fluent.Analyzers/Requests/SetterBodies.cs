using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.Analyzers.Requests;

/// <summary>What the bodies of users' own <c>With…</c> methods and constructors do with their values, as far as this compilation has them.</summary>
internal static class SetterBodies
{
    /// <summary>
    /// Whether a value that a method gets becomes the whole value of a field. A method of another assembly is taken at its word when its
    /// parameter has the field's name.
    /// </summary>
    /// <param name="method">The method or constructor.</param>
    /// <param name="parameter">Its parameter.</param>
    /// <param name="field">The name of the field, or of the part of one.</param>
    /// <param name="compilation">The compilation at hand.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public static bool GiveWhole(IMethodSymbol method, IParameterSymbol parameter, string field, Compilation compilation, CancellationToken cancellationToken)
    {
        var bodies = Of(method, compilation, cancellationToken).ToList();
        return bodies.Count == 0
            ? IsName(parameter.Name, field)
            : bodies.Any(body => IsPositional(body, parameter) || (!IsWritten(body, parameter.Name) && Uses(body, parameter.Name).Any(use => GoesTo(use, field))));
    }

    /// <summary>Whether a method may need the value that a field has already: its body reads the field, or cannot be read itself.</summary>
    /// <param name="method">The method.</param>
    /// <param name="field">The name of the field.</param>
    /// <param name="part">The part of the field that the method sets, where it sets no more.</param>
    /// <param name="compilation">The compilation at hand.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public static bool MayRead(IMethodSymbol method, string field, string? part, Compilation compilation, CancellationToken cancellationToken)
    {
        var parameters = method.Parameters.Select(parameter => parameter.Name).ToList();
        var bodies = Of(method, compilation, cancellationToken).ToList();
        return bodies.Count == 0 || bodies.Any(body => body.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name =>
            IsName(name.Identifier.ValueText, field) && !parameters.Contains(name.Identifier.ValueText) && IsRead(name, part)));
    }

    /// <summary>
    /// Whether a method changes what it is called on and gives it back: all that its body returns is <c>this</c>, or, in an extension that
    /// assigns to a member of it, its first parameter.
    /// </summary>
    public static bool SetReceiver(IMethodSymbol method, Compilation compilation, CancellationToken cancellationToken)
    {
        var definition = method.ReducedFrom ?? method;
        var receiver = definition.IsStatic ? definition.Parameters.FirstOrDefault()?.Name : null;
        return Of(definition, compilation, cancellationToken).Any(body =>
        {
            var returned = Returned(body).SelectMany(Leaves).ToList();
            return returned.Count > 0
                && returned.All(value => receiver is null
                    ? value is ThisExpressionSyntax
                    : value is IdentifierNameSyntax name && name.Identifier.ValueText == receiver)
                && (receiver is null || AssignsTo(body, receiver));
        });
    }

    private static IEnumerable<SyntaxNode> Of(IMethodSymbol method, Compilation compilation, CancellationToken cancellationToken) =>
        (method.ReducedFrom ?? method).OriginalDefinition.DeclaringSyntaxReferences
            .Where(reference => compilation.ContainsSyntaxTree(reference.SyntaxTree))
            .Select(reference => reference.GetSyntax(cancellationToken));

    private static bool IsName(string name, string field) => string.Equals(name.TrimStart('_'), field, StringComparison.OrdinalIgnoreCase);

    // A positional parameter of a record is its property.
    private static bool IsPositional(SyntaxNode body, IParameterSymbol parameter) =>
        body is RecordDeclarationSyntax
        && parameter.ContainingType.GetMembers(parameter.Name).OfType<IPropertySymbol>().Any(property =>
            property.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is ParameterSyntax));

    private static bool IsWritten(SyntaxNode body, string parameter) => body is not TypeDeclarationSyntax && Values.WrittenNames.In(body).Contains(parameter);

    private static IEnumerable<IdentifierNameSyntax> Uses(SyntaxNode body, string name) =>
        body.DescendantNodes().OfType<IdentifierNameSyntax>().Where(use => use.Identifier.ValueText == name);

    // Whether the value goes to the field as it is: assigned to it, or handed on to what sets it.
    private static bool GoesTo(IdentifierNameSyntax use, string field)
    {
        ExpressionSyntax value = use;
        while (value.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax or PostfixUnaryExpressionSyntax
            or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression, Right: ThrowExpressionSyntax })
        {
            value = (ExpressionSyntax)value.Parent;
        }

        return value.Parent switch
        {
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment when assignment.Right == value => IsTarget(assignment.Left, field),
            EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => IsName(property.Identifier.ValueText, field),
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } declarator } => IsName(declarator.Identifier.ValueText, field),
            ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax { Left: TupleExpressionSyntax targets } } values } argument =>
                values.Arguments.IndexOf(argument) is var index && index < targets.Arguments.Count && IsTarget(targets.Arguments[index].Expression, field),
            ArgumentSyntax { NameColon.Name.Identifier.ValueText: var name, Parent: ArgumentListSyntax } => IsName(name, field),
            ArgumentSyntax { Parent: ArgumentListSyntax { Parent: BaseObjectCreationExpressionSyntax or ConstructorInitializerSyntax } } => true,
            ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } => NameOf(call.Expression).StartsWith("With", StringComparison.Ordinal),
            _ => false,
        };
    }

    private static bool IsTarget(ExpressionSyntax target, string field) => IsName(NameOf(target), field);

    private static string NameOf(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        _ => "",
    };

    private static bool IsRead(IdentifierNameSyntax name, string? part)
    {
        ExpressionSyntax value = name;
        if (name.Parent is MemberAccessExpressionSyntax access && access.Name == name)
        {
            value = access;
        }

        return value.Parent switch
        {
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment => assignment.Left != value,
            NameColonSyntax or NameEqualsSyntax or BaseObjectCreationExpressionSyntax or ParameterSyntax or VariableDeclarationSyntax or TypeArgumentListSyntax => false,
            CastExpressionSyntax cast => cast.Type != value,

            // Another part of the field than the one that is set.
            MemberAccessExpressionSyntax other when part is not null && other.Expression == value => IsName(NameOf(other), part),
            ConditionalAccessExpressionSyntax other when part is not null && other.Expression == value => IsName(NameOf(other.WhenNotNull), part),
            _ => true,
        };
    }

    private static IEnumerable<ExpressionSyntax> Returned(SyntaxNode body) => body switch
    {
        MethodDeclarationSyntax { ExpressionBody.Expression: { } value } => [value],
        LocalFunctionStatementSyntax { ExpressionBody.Expression: { } value } => [value],
        _ => body.DescendantNodes(node => node == body || node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .OfType<ReturnStatementSyntax>()
            .Select(statement => statement.Expression)
            .OfType<ExpressionSyntax>(),
    };

    private static IEnumerable<ExpressionSyntax> Leaves(ExpressionSyntax value) => value switch
    {
        ParenthesizedExpressionSyntax inner => Leaves(inner.Expression),
        CastExpressionSyntax inner => Leaves(inner.Expression),
        ConditionalExpressionSyntax choice => Leaves(choice.WhenTrue).Concat(Leaves(choice.WhenFalse)),
        ThrowExpressionSyntax => [],
        _ => [value],
    };

    private static bool AssignsTo(SyntaxNode body, string receiver) => body.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment =>
        assignment.Left is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax target } && target.Identifier.ValueText == receiver);
}
