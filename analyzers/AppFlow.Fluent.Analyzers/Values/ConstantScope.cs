using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Values;

/// <summary>Limits how far names are followed to constants, and supplies the semantic models.</summary>
internal readonly struct ConstantScope(
    Compilation compilation,
    SemanticModel? atHand,
    ICollection<IFieldSymbol>? fields,
    int depth,
    CancellationToken cancellationToken)
{
    // Fields and locals that are initialised with each other: such a long chain is not handwritten.
    public const int DeepestChain = 8;

    private CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>The initializer of a never reassigned field or local; null if unknown.</summary>
    public IOperation? InitializerOf(IOperation reference) => reference switch
    {
        IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } field } => InitializerOf(field),
        ILocalReferenceOperation local => InitializerOf(local.Local),
        _ => null,
    };

    /// <summary>The scope for the target of a name; false if the limit is reached.</summary>
    public bool Deeper(out ConstantScope deeper)
    {
        deeper = new ConstantScope(compilation, atHand, fields, depth - 1, CancellationToken);
        return depth > 0;
    }

    private IOperation? InitializerOf(IFieldSymbol field)
    {
        fields?.Add(field);
        foreach (var reference in field.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(CancellationToken) is VariableDeclaratorSyntax { Initializer.Value: { } value }
                && !FieldAssignments.AssignsInStaticConstructor(field, CancellationToken))
            {
                return OperationOf(value);
            }
        }

        return null;
    }

    private IOperation? InitializerOf(ILocalSymbol local) =>
        local.DeclaringSyntaxReferences.Length == 1
        && local.DeclaringSyntaxReferences[0].GetSyntax(CancellationToken) is VariableDeclaratorSyntax { Initializer.Value: { } value } declarator
        && local.RefKind == RefKind.None
        && !LocalAssignments.IsReassigned(local, declarator)
            ? OperationOf(value)
            : null;

    // The expression's own model has already bound its file; another would bind the same body again.
    private IOperation? OperationOf(ExpressionSyntax syntax) =>
        (atHand?.SyntaxTree == syntax.SyntaxTree ? atHand : SemanticModels.Of(compilation, syntax.SyntaxTree))?.GetOperation(syntax, CancellationToken);
}
