using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Lowering;

internal sealed partial class BodyLowerer
{
    private void Statement(IOperation? operation)
    {
        if (operation is null || !Enter())
        {
            return;
        }

        switch (operation)
        {
            case IBlockOperation block:
                DeclareLabels(block.Operations, block);
                foreach (var statement in block.Operations)
                {
                    Statement(statement);
                }

                break;
            case IExpressionStatementOperation expression:
                Effects(expression.Operation);
                break;
            case IVariableDeclarationGroupOperation group:
                foreach (var declaration in group.Declarations)
                {
                    Declaration(declaration);
                }

                break;
            case IVariableDeclarationOperation declaration:
                Declaration(declaration);
                break;
            case IConditionalOperation { Type: null } conditional:
                IfStatement(conditional);
                break;
            case ISwitchOperation choice:
                SwitchStatement(choice);
                break;
            case IForEachLoopOperation loop:
                ForEachLoop(loop);
                break;
            case IForLoopOperation loop:
                ForLoop(loop);
                break;
            case IWhileLoopOperation loop:
                WhileLoop(loop);
                break;
            case ITryOperation attempt:
                TryStatement(attempt);
                break;
            case IUsingOperation @using:
                Resources(@using.Resources);
                Statement(@using.Body);
                break;
            case IUsingDeclarationOperation @using:
                Statement(@using.DeclarationGroup);
                break;
            case ILockOperation @lock:
                Effects(@lock.LockedValue);
                Statement(@lock.Body);
                break;
            case IReturnOperation @return:
                ReturnStatement(@return);
                break;
            case IBranchOperation branch:
                BranchStatement(branch);
                break;
            case ILabeledOperation labeled:
                LabeledStatement(labeled);
                break;
            case ILocalFunctionOperation or IEmptyOperation:
                break;
            case IMethodBodyOperation or IConstructorBodyOperation:
                Body(operation);
                break;
            case IThrowOperation thrown:
                ThrowValue(thrown);
                break;
            default:
                Effects(operation);
                break;
        }
    }

    private void Resources(IOperation resources)
    {
        if (resources is IVariableDeclarationGroupOperation)
        {
            Statement(resources);
        }
        else
        {
            Effects(resources);
        }
    }

    private void Declaration(IVariableDeclarationOperation declaration)
    {
        foreach (var declarator in declaration.Declarators)
        {
            if ((declarator.Initializer ?? declaration.Initializer)?.Value is not { } initializer || IsNamedFunction(declarator.Symbol, initializer))
            {
                continue;
            }

            Write(declarator.Symbol, initializer, Value(initializer), declarator);
        }
    }
}
