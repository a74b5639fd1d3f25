using System.Collections.Immutable;
using AppFlow.Fluent.Analyzers.Libraries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Bodies;

/// <summary>What one walk through the blocks of a member finds, for all rules: they do not search the body again.</summary>
internal sealed class BodyLook
{
    private List<RequestCall>? _calls;
    private List<IInvocationOperation>? _factories;
    private List<IExpressionStatementOperation>? _statements;
    private List<ILocalSymbol>? _locals;

    private BodyLook(ImmutableArray<IOperation> blocks) => Blocks = blocks;

    public ImmutableArray<IOperation> Blocks { get; }

    /// <summary>Whether analysing the body may find something.</summary>
    public bool IsOfInterest { get; private set; }

    /// <summary>All calls that do something to a request, in source order.</summary>
    public IReadOnlyList<RequestCall> Calls => _calls ?? (IReadOnlyList<RequestCall>)[];

    /// <summary>Calls of the library's static methods that do nothing to a request, such as those that make a part of one.</summary>
    public IReadOnlyList<IInvocationOperation> Factories => _factories ?? (IReadOnlyList<IInvocationOperation>)[];

    /// <summary>The statements that consist of a call and drop its value.</summary>
    public IReadOnlyList<IExpressionStatementOperation> DroppedCalls => _statements ?? (IReadOnlyList<IExpressionStatementOperation>)[];

    /// <summary>The locals that are declared with a fluent request's type.</summary>
    public IReadOnlyList<ILocalSymbol> FluentLocals => _locals ?? (IReadOnlyList<ILocalSymbol>)[];

    /// <param name="blocks">The blocks.</param>
    /// <param name="owner">The member.</param>
    /// <param name="library">The requests of the compilation.</param>
    /// <param name="open">An empty stack, to walk with; it is left empty, unless the walk is cancelled.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public static BodyLook At(
        ImmutableArray<IOperation> blocks,
        ISymbol owner,
        RequestLibrary library,
        Stack<IOperation.OperationList.Enumerator> open,
        CancellationToken cancellationToken)
    {
        var look = new BodyLook(blocks);
        var interest = new BodyInterest(library, owner);
        foreach (var block in blocks)
        {
            look.Read(block, interest, library);
            open.Push(block.ChildOperations.GetEnumerator());
            while (open.Count > 0)
            {
                // Not recursive: a long sum is nested as deep as it is long.
                var children = open.Pop();
                if (children.MoveNext())
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    var child = children.Current;
                    open.Push(children);
                    look.Read(child, interest, library);
                    open.Push(child.ChildOperations.GetEnumerator());
                }
            }
        }

        look.IsOfInterest = interest.IsClear;
        return look;
    }

    private void Read(IOperation operation, BodyInterest interest, RequestLibrary library)
    {
        switch (operation.Kind)
        {
            case OperationKind.Invocation:
                var invocation = (IInvocationOperation)operation;
                interest.ReadCall(invocation);
                if (ReadCall(operation, interest, library) is not { Request: not null }
                    && library.HasFluentRequests
                    && invocation.TargetMethod is { IsStatic: true, IsExtensionMethod: false } method
                    && library.IsOfLibrary(method))
                {
                    (_factories ??= []).Add(invocation);
                }

                break;
            case OperationKind.ObjectCreation:
            case OperationKind.With:
                ReadCall(operation, interest, library);
                break;

            // Only a property can be a request's field or a token.
            case OperationKind.SimpleAssignment or OperationKind.CompoundAssignment or OperationKind.CoalesceAssignment
                when ((IAssignmentOperation)operation).Target.Kind == OperationKind.PropertyReference:
                ReadCall(operation, interest, library);
                break;
            case OperationKind.PropertyReference when !((IPropertyReferenceOperation)operation).Arguments.IsEmpty:
                ReadCall(operation, interest, library);
                break;
            case OperationKind.Labeled:
            case OperationKind.MethodReference:
                interest.ReadRepetition();
                break;
            case OperationKind.ExpressionStatement when library.HasFluentRequests:
                var statement = (IExpressionStatementOperation)operation;
                if (statement.Operation.Kind is OperationKind.Invocation or OperationKind.ConditionalAccess)
                {
                    (_statements ??= []).Add(statement);
                }

                break;
            case OperationKind.VariableDeclarator when library.HasFluentRequests:
                var local = ((IVariableDeclaratorOperation)operation).Symbol;
                if (library.FluentKindOf(local.Type) is not null)
                {
                    (_locals ??= []).Add(local);
                }

                break;
        }
    }

    private RequestCall? ReadCall(IOperation operation, BodyInterest interest, RequestLibrary library)
    {
        var call = library.CallOf(operation);
        if (call is not null)
        {
            (_calls ??= []).Add(call);
            interest.Read(call);
        }

        return call;
    }
}
