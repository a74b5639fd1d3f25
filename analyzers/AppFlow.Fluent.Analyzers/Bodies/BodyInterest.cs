using AppFlow.Fluent.Analyzers.Libraries;
using AppFlow.Fluent.Rules.Shapes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Bodies;

/// <summary>
/// Decides whether analysing a body may find something. Most bodies send a complete request once, without a token or with one that they
/// were given.
/// </summary>
internal sealed class BodyInterest
{
    private readonly RequestLibrary _library;
    private readonly ISymbol _owner;
    private bool _isClear;
    private bool _repeatsAsWhole;
    private bool _repeatsSend;
    private bool _mayLackValue;
    private bool _sendsAny;
    private int _sends;
    private int _tokens;

    public BodyInterest(RequestLibrary library, ISymbol owner)
    {
        _library = library;
        _owner = owner;
    }

    /// <summary>The verdict on what was read.</summary>
    // What is created without a field, or with a blank one, and leaves by a return, as most mappers do, is nobody's mistake here.
    public bool IsClear => _isClear || (_sends > 0 && _repeatsAsWhole) || _repeatsSend || _tokens > 1 || (_mayLackValue && _sendsAny);

    /// <summary>Reads a label or a method group: what is around it may run again.</summary>
    public void ReadRepetition() => _repeatsAsWhole = true;

    /// <summary>Reads any call: of the body itself, it is a repetition.</summary>
    public void ReadCall(IInvocationOperation invocation) =>
        _repeatsAsWhole |= invocation.TargetMethod.Name == _owner.Name && SymbolEqualityComparer.Default.Equals(invocation.TargetMethod.OriginalDefinition, _owner);

    public void Read(RequestCall call) => _isClear = _isClear || MayMatterAlone(call);

    private bool MayMatterAlone(RequestCall call)
    {
        _sendsAny |= call.Kind == RequestCallKind.Send;

        // A request without a token may be sent any number of times.
        if (call.Kind is RequestCallKind.Send or RequestCallKind.Wrapper && HasToken(call.Shape))
        {
            _sends++;
            _repeatsSend |= MayRunAgain(call.Operation);
        }

        var sets = call.Sets;
        for (var i = 0; i < sets.Count; i++)
        {
            var set = sets[i];
            if (set.Field.Role != FieldRole.Content)
            {
                if (set.Value is not { } value || NotableTokens.MayMatterAlone(value))
                {
                    return true;
                }

                // A token that is set on a stored request may reach any send; one that is passed directly to a send reaches only that one.
                _tokens += call.Kind == RequestCallKind.Wrapper || IsSentAtOnce(call) ? 1 : 2;
            }
            else if (set.Field.IsRequired && set.Value is { } required && (call.Kind != RequestCallKind.Begin || call.IsOfAwsSdk))
            {
                _mayLackValue = _mayLackValue || BlankValues.MayBeBlank(required);
            }
        }

        _mayLackValue |= call.Kind == RequestCallKind.Begin && (call.Source is not null || call.IsOpen || !IsCompleted(call));
        return false;
    }

    // Everything required is set where the request is created, or in the same chain.
    private bool IsCompleted(RequestCall begin)
    {
        foreach (var field in begin.Shape.Required)
        {
            var call = begin;
            while (!Sets(call, field))
            {
                if (NextInChain(call) is not { Kind: RequestCallKind.With } next)
                {
                    return false;
                }

                call = next;
            }
        }

        return true;
    }

    private bool IsSentAtOnce(RequestCall call)
    {
        var next = NextInChain(call);
        while (next is { Kind: RequestCallKind.With })
        {
            next = NextInChain(next);
        }

        return next is { Kind: RequestCallKind.Send };
    }

    private RequestCall? NextInChain(RequestCall call)
    {
        var made = call.Operation;
        var outer = made.Parent;
        while (outer is IConversionOperation or IParenthesizedOperation or IArgumentOperation)
        {
            (made, outer) = (outer is IArgumentOperation ? made : outer, outer.Parent);
        }

        return outer is IInvocationOperation invocation
            && _library.CallOf(invocation) is { Source: { } source } next
            && (source == made || source == call.Operation)
                ? next
                : null;
    }

    private static bool HasToken(RequestShape shape)
    {
        for (var i = 0; i < shape.Fields.Count; i++)
        {
            if (shape.Fields[i].Role != FieldRole.Content)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Sets(RequestCall call, Field field)
    {
        var sets = call.Sets;
        for (var i = 0; i < sets.Count; i++)
        {
            var set = sets[i];
            if (set.Field == field && !set.IsUncertain)
            {
                return true;
            }
        }

        return false;
    }

    private static bool MayRunAgain(IOperation operation)
    {
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is ILoopOperation or IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return true;
            }
        }

        return false;
    }
}
