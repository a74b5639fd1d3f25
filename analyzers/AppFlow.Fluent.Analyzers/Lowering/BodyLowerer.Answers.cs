using AppFlow.Fluent.Analyzers.Lowering.Known;
using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Lowering;

internal sealed partial class BodyLowerer
{
    // The answer of a longer method is not worth the additional paths.
    private const int MaxAnswerOperations = 250;

    private const int MaxAnswers = 20;

    private readonly Dictionary<IMethodSymbol, IOperation?> _answers = new(SymbolEqualityComparer.Default);
    private int _answered;
    private int _answering;

    /// <summary>
    /// A call of a method of this compilation that queries or validates its arguments or its object: its code is inlined, so that its
    /// result is a condition on what it reads. Null for any other method.
    /// </summary>
    private Term? AnsweredCall(IInvocationOperation call, IMethodSymbol method)
    {
        if ((!method.ReturnsVoid && call.Parent is IExpressionStatementOperation && !call.Arguments.Any(argument => argument.Parameter?.RefKind == RefKind.Out))
            || Depth() > MaxDepth || IsRunning(method.OriginalDefinition) is not null || _answered >= MaxAnswers || AnswerOf(method) is not { } body)
        {
            return null;
        }

        _answered++;
        var receiver = call.Instance is null ? _frame.This : Value(call.Instance);
        if (IsTold(method.ReturnType) && IsSearch(body))
        {
            // It is unknown which iteration ends its loop, but a repeated query has the same result.
            return TermFactory.Apply(new Function(FunctionKind.Query, method.OriginalDefinition), [receiver, .. call.Arguments.Select(argument => Value(argument.Value))]);
        }

        _survey.Read(body);
        _answering++;
        Bind(method.OriginalDefinition.Parameters, call.Arguments);
        var answer = Run(method.OriginalDefinition, body, receiver, call);
        _answering--;

        // The existence of an answer and its number of items are relevant, but not its content.
        return method.ReturnsVoid || IsTold(method.ReturnType)
            ? answer
            : TermFactory.Choice(TermFactory.IsNull(answer), Constant.Null, NewObject(call, count: null));
    }

    private bool IsWithinQuestion(Step step) => _answering > 0 && step switch
    {
        AssignStep { Target.Symbol: var target } => target is not ISymbol symbol || IsOfAnswer(symbol),
        CallStep { MayWriteAnyMember: false, Writes.Count: 0, MayChange: { Count: > 0 } changed } => changed.All(each => each is Variable { Symbol: ILocalSymbol local } && IsOfAnswer(local)),
        _ => false,
    };

    private bool IsOfAnswer(ISymbol symbol) => symbol.ContainingSymbol is IMethodSymbol method && _answers.ContainsKey(method.OriginalDefinition);

    private IOperation? AnswerOf(IMethodSymbol method)
    {
        var definition = method.OriginalDefinition;
        if (method.IsAsync || method.IsAbstract || ((method.IsVirtual || method.IsOverride) && !method.IsSealed && !method.ContainingType.IsSealed)
            || TaskMembers.IsTask(method.ReturnType) || _library.KindOf(method.ReturnType) is not null || method.ReturnType.TypeKind == TypeKind.Delegate
            || method.ReturnsByRef || method.ReturnsByRefReadonly || !Sources.IsIn(_compilation, definition))
        {
            return null;
        }

        if (!_answers.TryGetValue(definition, out var body))
        {
            body = Sources.BodyOf(_compilation, definition, _cancellationToken);
            body = body is not null && Asks(body, definition.ReturnsVoid) && !_survey.Concerns(body) ? body : null;
            _answers.Add(definition, body);
        }

        return body;
    }

    // It has conditions and is short; a void method must throw.
    private static bool Asks(IOperation body, bool isVoid)
    {
        var operations = 0;
        var (asks, throws) = (false, false);
        foreach (var operation in body.Descendants())
        {
            if (++operations > MaxAnswerOperations || operation is IReturnOperation { Kind: OperationKind.YieldReturn or OperationKind.YieldBreak } or IInvalidOperation)
            {
                return false;
            }

            asks |= operation is IConditionalOperation or ISwitchOperation or ISwitchExpressionOperation or ICoalesceOperation or IIsPatternOperation
                || operation.Type?.SpecialType == SpecialType.System_Boolean;
            throws |= operation is IThrowOperation || operation is IInvocationOperation { TargetMethod.Name: var name } && name.StartsWith("ThrowIf", StringComparison.Ordinal);
        }

        return asks && (!isVoid || throws);
    }

    // It has a loop, and writes only its own locals.
    private bool IsSearch(IOperation body) =>
        body.Descendants().Any(operation => operation is ILoopOperation) && body.Descendants().All(operation => operation switch
        {
            IAssignmentOperation { Target: not ILocalReferenceOperation } => false,
            IIncrementOrDecrementOperation { Target: not ILocalReferenceOperation } => false,
            IInvocationOperation { TargetMethod: var called } => !Sources.IsIn(_compilation, called) && !KnownMembers.IsItem(called) && (KnownMembers.IsPure(called) || KnownMembers.IsQuery(called)),
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out, Value: not (ILocalReferenceOperation or IDeclarationExpressionOperation or IDiscardOperation) } => false,
            IPropertyReferenceOperation { Property: var property } => !KnownMembers.IsReadAnew(property),
            IObjectCreationOperation or IAnonymousFunctionOperation => false,
            _ => true,
        });

    private static bool IsTold(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Boolean or SpecialType.System_Int32
        || type.TypeKind is TypeKind.Enum or TypeKind.Array
        || (type.SpecialType != SpecialType.System_String && type.AllInterfaces.Any(implemented => implemented.SpecialType == SpecialType.System_Collections_IEnumerable));
}
