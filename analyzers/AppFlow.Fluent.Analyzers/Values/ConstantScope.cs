using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Values;

/// <summary>How far names are followed to the constants that they stand for, and with which semantics.</summary>
internal readonly struct ConstantScope(
    Compilation compilation,
    SemanticModel? atHand,
    ICollection<IFieldSymbol>? fields,
    int depth,
    CancellationToken cancellationToken)
{
    // Fields and locals that are initialised with one another: a chain this long is not written by hand.
    public const int DeepestChain = 8;

    private CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>What a field or a local that nothing writes again is initialised with; null where that is not known.</summary>
    public IOperation? InitializerOf(IOperation reference) => reference switch
    {
        IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } field } => InitializerOf(field),
        ILocalReferenceOperation local => InitializerOf(local.Local),
        _ => null,
    };

    /// <summary>The scope of what a name stands for; false where names were followed far enough.</summary>
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

    // The model that the expression came from knows its file already; another would bind the same body again.
    private IOperation? OperationOf(ExpressionSyntax syntax) =>
        (atHand?.SyntaxTree == syntax.SyntaxTree ? atHand : SemanticModels.Of(compilation, syntax.SyntaxTree))?.GetOperation(syntax, CancellationToken);
}
