using AppFlow.Fluent.Analyzers.Requests;
using AppFlow.Fluent.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Flow;

/// <summary>What one operation of a body does to the requests that locals hold, and what a branch says of them.</summary>
/// <param name="model">Which calls have to do with requests.</param>
/// <param name="isTracked">Whether a local or parameter is followed: one that a lambda captures is not.</param>
/// <param name="onSend">Told each request that is sent, unknown ones as null.</param>
/// <param name="onLocalCall">Told the worlds in which a local function is called.</param>
internal sealed class RequestTransfer(
    FluentModel model,
    Func<ISymbol, bool> isTracked,
    Action<RequestCall, RequestValue?> onSend,
    Action<IInvocationOperation, IReadOnlyDictionary<IParameterSymbol, RequestValue?>> onLocalCall)
{
    /// <summary>The world after the operation; null when nothing comes after it.</summary>
    public World? Execute(IOperation operation, World world)
    {
        Evaluate(operation, ref world);
        return Calls.Of(operation) is { } call ? AfterCall(call, world) : world;
    }

    // A call that never returns ends the path; one that throws on a condition leaves its opposite known.
    private World? AfterCall(IInvocationOperation call, World world)
    {
        if (Calls.NeverReturns(call))
        {
            return null;
        }

        World? left = world;
        foreach (var argument in call.Arguments)
        {
            if (left is null)
            {
                return null;
            }

            if (Calls.NeverReturnsIf(argument) is { } outcome)
            {
                left = Assume(argument.Value, !outcome, left);
            }
            else if (Calls.ThrowsIfNull(argument))
            {
                left = AssumeNotNull(argument, left);
            }
        }

        if (left is not null && call.Instance is { } instance && Bare(instance) is ILocalReferenceOperation local && model.RequestOf(local.Type) is null)
        {
            left = left.Touch(local.Local, call.Syntax);
        }

        return left;
    }

    private World? AssumeNotNull(IArgumentOperation argument, World world)
    {
        var value = Bare(argument.Value);
        if (FieldOf(value, world) is var (location, request, field) && field is not null)
        {
            return world.Assign(location!, request!.With(field.Bit));
        }

        return Condition.OfNull(value, world) is { } isNull ? world.Assume(isNull, outcome: isNull.IsNegated, argument.Syntax) : world;
    }

    private (object? Location, RequestValue? Request, RequestField? Field) FieldOf(IOperation operation, World world) =>
        operation is IPropertyReferenceOperation { Instance: { } instance, Property: var property }
        && Location(Bare(instance)) is { } location
        && world[location] is { } value
            ? (location, value, value.Request.FieldNamed(property.Name))
            : (null, null, null);

    /// <summary>The world in which the condition came out so; null when it cannot.</summary>
    public World? Assume(IOperation condition, bool outcome, World world)
    {
        condition = Bare(condition);
        if (condition.ConstantValue is { HasValue: true, Value: bool always })
        {
            return always == outcome ? world : null;
        }

        if (condition is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not)
        {
            return Assume(not.Operand, !outcome, world);
        }

        if (NullTest(condition) is var (tested, whenTrue) && tested is not null)
        {
            var isNull = whenTrue == outcome;
            if (Location(Bare(tested)) is { } request && world[request] is not null)
            {
                // A request that was followed to here is never null.
                return isNull ? null : world;
            }

            if (FieldOf(Bare(tested), world) is var (location, value, field) && field is not null)
            {
                return AssumeField(world, location!, value!, field, isNull);
            }
        }

        // A test of a field in another form says something of the request that is not followed.
        foreach (var part in condition.DescendantsAndSelf())
        {
            if (FieldOf(part, world) is var (request, _, read) && read is not null)
            {
                world = world.Assign(request!, null);
            }
        }

        return Condition.Of(condition, world) is { } form ? world.Assume(form, outcome ^ form.IsNegated, condition.Syntax) : world;
    }

    private static World? AssumeField(World world, object location, RequestValue value, RequestField field, bool isNull) => isNull
        ? (value.Set & field.Bit) != 0 ? null : world
        : (value.MaybeSet & field.Bit) == 0 ? null : world.Assign(location, value.With(field.Bit));

    // The operation whose being null is tested, and the outcome that says it is.
    private static (IOperation? Tested, bool IsNullWhen) NullTest(IOperation condition)
    {
        switch (condition)
        {
            case IIsNullOperation test:
                return (test.Operand, true);
            case IIsPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } } test:
                return (test.Value, true);
            case IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } } } test:
                return (test.Value, false);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison
                when Bare(comparison.RightOperand).ConstantValue is { HasValue: true, Value: null }:
                return (comparison.LeftOperand, comparison.OperatorKind == BinaryOperatorKind.Equals);
            case IInvocationOperation
            {
                TargetMethod: { Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace", ContainingType.SpecialType: SpecialType.System_String },
                Arguments: { Length: 1 } arguments,
            }:
                return (arguments[0].Value, true);
            default:
                return (null, false);
        }
    }

    private RequestValue? Evaluate(IOperation operation, ref World world)
    {
        switch (operation)
        {
            case IFlowCaptureOperation capture:
                return Capture(capture, ref world);
            case ISimpleAssignmentOperation { IsRef: false } assignment:
                return Assign(assignment, ref world);
            case IConversionOperation { OperatorMethod: null } conversion:
                return Evaluate(conversion.Operand, ref world);
            case IParenthesizedOperation parenthesized:
                return Evaluate(parenthesized.Operand, ref world);
            case IExpressionStatementOperation statement:
                return Evaluate(statement.Operation, ref world);
            case IInvocationOperation { TargetMethod.MethodKind: MethodKind.LocalFunction } invocation:
                return CallLocalFunction(invocation, ref world);
            case IDeconstructionAssignmentOperation deconstruction:
                Evaluate(deconstruction.Value, ref world);
                Forget(deconstruction.Target, ref world);
                return null;
            case IAssignmentOperation compound and (ICompoundAssignmentOperation or ICoalesceAssignmentOperation):
                EscapeIn(operation, ref world);
                Forget(compound.Target, ref world);
                return null;
            case IIncrementOrDecrementOperation step:
                Forget(step.Target, ref world);
                return null;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument:
                Forget(argument.Value, ref world);
                return null;
            case IPropertyReferenceOperation { Instance: { } instance } property when model.RequestOf(instance.Type) is not null:
                Evaluate(instance, ref world);
                return null;
            case IBinaryOperation or IIsNullOperation or IIsPatternOperation or IIsTypeOperation:
                foreach (var operand in operation.ChildOperations)
                {
                    Evaluate(operand, ref world);
                }

                return null;
        }

        if (Location(operation) is { } location)
        {
            return world[location];
        }

        if (model.CallOf(operation) is { } call)
        {
            return Call(call, ref world);
        }

        EscapeIn(operation, ref world);
        return null;
    }

    private RequestValue? Capture(IFlowCaptureOperation capture, ref World world)
    {
        var value = Evaluate(capture.Value, ref world);
        var condition = value is null ? Condition.Of(capture.Value, world) : null;
        world = world.Capture(capture.Id, value, new CapturedExpression(condition, Location(Bare(capture.Value))));
        return value;
    }

    private RequestValue? Assign(ISimpleAssignmentOperation assignment, ref World world)
    {
        var value = Evaluate(assignment.Value, ref world);
        var target = Bare(assignment.Target);
        if (target is IFlowCaptureReferenceOperation captured && world.Behind(captured.Id)?.Location is { } behind)
        {
            world = world.Assign(behind, value);
            return value;
        }

        if (Location(target) is { } location)
        {
            world = world.Assign(location, value);
            if (value is null)
            {
                world = Remember(target, Bare(assignment.Value), world);
            }

            return value;
        }

        // An object initializer of a user's own request, or a settable property of it.
        if (target is IPropertyReferenceOperation { Instance: { } instance, Property: var property }
            && Location(Bare(instance)) is { } owner
            && world[owner] is { } request
            && request.Request.FieldNamed(property.Name) is { } field)
        {
            world = world.Assign(owner, request.With(field.Bit));
        }
        else if (target is not IDiscardOperation)
        {
            Evaluate(target, ref world);
            Escape(assignment.Value, ref world);
        }

        ForgetFactsOn(target, ref world);
        return value;
    }

    // A flag that is set beside a field, or an error that is noted where none is set, is what a later guard asks.
    private static World Remember(IOperation target, IOperation value, World world)
    {
        if (value.ConstantValue is not { HasValue: true } constant)
        {
            return target is ILocalReferenceOperation written ? world.Touch(written.Local, target.Syntax) : world;
        }

        return constant.Value switch
        {
            bool truth when Condition.Of(target, world) is { } flag => world.Assume(flag, truth ^ flag.IsNegated, target.Syntax) ?? world,
            null when Condition.OfNull(target, world) is { } isNull => world.Assume(isNull, !isNull.IsNegated, target.Syntax) ?? world,
            string when Condition.OfNull(target, world) is { } isNull => world.Assume(isNull, isNull.IsNegated, target.Syntax) ?? world,
            _ => target is ILocalReferenceOperation written ? world.Touch(written.Local, target.Syntax) : world,
        };
    }

    private RequestValue? Call(RequestCall call, ref World world)
    {
        var value = call.Receiver is null ? RequestValue.New(call.Request) : Evaluate(call.Receiver, ref world);
        foreach (var argument in call.Arguments)
        {
            if (argument.Value != call.Receiver)
            {
                Evaluate(argument, ref world);
                Escape(argument.Value, ref world);
            }
        }

        switch (call.Kind)
        {
            case RequestCallKind.Send:
                onSend(call, value);
                return null;
            case RequestCallKind.With when call.Sets.IsEmpty:
                return null;
            default:
                if (call.Operation is IObjectCreationOperation { Initializer: { } initializer })
                {
                    EscapeIn(initializer, ref world);
                }

                return value?.With(call.SetBits());
        }
    }

    private RequestValue? CallLocalFunction(IInvocationOperation invocation, ref World world)
    {
        var given = new Dictionary<IParameterSymbol, RequestValue?>(SymbolEqualityComparer.Default);
        foreach (var argument in invocation.Arguments)
        {
            var value = Evaluate(argument.Value, ref world);
            if (argument.Parameter is { RefKind: RefKind.None } parameter)
            {
                given[parameter.OriginalDefinition] = value;
            }
            else
            {
                Forget(argument.Value, ref world);
            }
        }

        onLocalCall(invocation, given);
        return null;
    }

    // What an operation that is not understood is given may be changed or kept by it.
    private void EscapeIn(IOperation operation, ref World world)
    {
        foreach (var child in operation.ChildOperations)
        {
            Evaluate(child, ref world);
            if (!IsOwnMember(operation, child))
            {
                Escape(child, ref world);
            }
        }
    }

    // A request is immutable: its own methods leave it as it is.
    private bool IsOwnMember(IOperation operation, IOperation child) =>
        operation is IInvocationOperation { Instance: { } instance, TargetMethod.IsExtensionMethod: false }
        && instance == child
        && model.RequestOf(instance.Type) is not null;

    private void Escape(IOperation operation, ref World world)
    {
        operation = operation is IArgumentOperation argument ? Bare(argument.Value) : Bare(operation);
        if (Location(operation) is { } location && world[location] is not null)
        {
            world = world.Assign(location, null);
        }
    }

    private void Forget(IOperation target, ref World world)
    {
        target = Bare(target);
        if (target is ITupleOperation tuple)
        {
            foreach (var element in tuple.Elements)
            {
                Forget(element, ref world);
            }
        }
        else if (target is IDeclarationExpressionOperation declaration)
        {
            Forget(declaration.Expression, ref world);
        }
        else if (Location(target) is { } location)
        {
            world = world.Assign(location, null);
        }
        else
        {
            ForgetFactsOn(target, ref world);
        }
    }

    // A write to a field or to an untracked local voids what was tested of it.
    private static void ForgetFactsOn(IOperation target, ref World world)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                world = world.Assign(local.Local, null);
                break;
            case IParameterReferenceOperation parameter:
                world = world.Assign(parameter.Parameter, null);
                break;
            case IMemberReferenceOperation member:
                world = world.WithoutFactsNaming("." + member.Member.Name);
                break;
        }
    }

    private object? Location(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local when isTracked(local.Local) => local.Local,
        IParameterReferenceOperation parameter when isTracked(parameter.Parameter) => parameter.Parameter,
        IFlowCaptureReferenceOperation capture => capture.Id,
        _ => null,
    };

    private static IOperation Bare(IOperation operation) => HardCodedValues.Unwrapped(operation);
}
