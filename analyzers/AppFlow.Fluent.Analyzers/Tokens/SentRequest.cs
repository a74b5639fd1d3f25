using AppFlow.Fluent.Analyzers.Loops;
using AppFlow.Fluent.Analyzers.Requests;
using AppFlow.Fluent.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Tokens;

/// <summary>What a call sends or builds, put together from its chain and from the locals that the chain goes on from.</summary>
internal sealed class SentRequest
{
    // A request that goes through more locals than this before it is sent is not written by hand.
    private const int MostLocals = 16;

    private readonly Dictionary<object, IOperation?> _inputs = [];
    private readonly FluentModel _model;

    private SentRequest(RequestType type, FluentModel model)
    {
        Type = type;
        _model = model;
    }

    public RequestType Type { get; }

    /// <summary>
    /// What the request is made of besides its token, by field; the arguments that are no field's by their place, and the value that it
    /// goes on from. A value is null when the call itself sets the field.
    /// </summary>
    public IReadOnlyDictionary<object, IOperation?> Inputs => _inputs;

    /// <summary>The expression of the token that is sent; null when there is none, or when it cannot be told.</summary>
    public IOperation? Token { get; private set; }

    /// <summary>Whether a token or an operation id was set, or may have been.</summary>
    public bool HasTokenChoice { get; private set; }

    /// <summary>The expression that the request goes on from; null when it begins here.</summary>
    public IOperation? Origin { get; private set; }

    /// <summary>Whether every call in the chain is understood.</summary>
    public bool IsUnderstood { get; private set; } = true;

    /// <summary>The request that the last call of a chain sends or returns.</summary>
    public static SentRequest Of(RequestCall last, FluentModel model, Writes writes)
    {
        var parts = new Stack<Chain>();
        var chain = Chain.Of(last, model);
        parts.Push(chain);
        while (chain.Root is not null
            && HardCodedValues.Unwrapped(chain.Root) is ILocalReferenceOperation local
            && parts.Count < MostLocals
            && writes.DefinitionOf(local) is { } definition)
        {
            definition = HardCodedValues.Unwrapped(definition);
            if (model.CallOf(definition) is { Kind: not RequestCallKind.Send } call)
            {
                parts.Push(chain = Chain.Of(call, model));
            }
            else if (definition is ILocalReferenceOperation { Type: not null } other && writes.DefinitionOf(other) is { } further
                && model.CallOf(HardCodedValues.Unwrapped(further)) is { Kind: not RequestCallKind.Send } otherCall)
            {
                parts.Push(chain = Chain.Of(otherCall, model));
            }
            else
            {
                break;
            }
        }

        var request = new SentRequest(last.Request, model);
        request.StartFrom(parts.Peek());
        foreach (var call in parts.SelectMany(part => part.Calls))
        {
            request.Add(call);
        }

        return request;
    }

    private void StartFrom(Chain first)
    {
        if (first.Begin is null && first.Root is { } root)
        {
            Origin = HardCodedValues.Unwrapped(root);
            _inputs["origin"] = Origin;
        }
    }

    private void Add(RequestCall call)
    {
        if (call.Kind == RequestCallKind.Send)
        {
            return;
        }

        if (call.Request != Type)
        {
            IsUnderstood = false;
        }

        foreach (var set in call.Sets)
        {
            var value = call.ValueOf(set);
            if (value is not null || set.Parameter is null)
            {
                Set(call, set.Field, value);
            }
        }

        var setsToken = false;
        foreach (var argument in call.Arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.DefaultValue || argument.Value == call.Receiver || IsOfField(call, argument))
            {
                continue;
            }

            if (_model.IsToken(argument.Parameter))
            {
                setsToken = true;
                ChooseToken(argument.Value);
            }
            else
            {
                _inputs[argument.Syntax] = argument.Value;
            }
        }

        if (call.Kind == RequestCallKind.With && call.Sets.IsEmpty)
        {
            // An extension of the user's own may set anything.
            IsUnderstood &= setsToken;
            HasTokenChoice = true;
        }

        if (call.Operation is IObjectCreationOperation { Initializer: { } initializer })
        {
            foreach (var member in initializer.Initializers)
            {
                if (member is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment
                    && call.Request.FieldNamed(target.Property.Name) is { } field)
                {
                    Set(call, field, assignment.Value);
                }
                else
                {
                    IsUnderstood = false;
                }
            }
        }
    }

    private static bool IsOfField(RequestCall call, IArgumentOperation argument) =>
        call.Sets.Any(set => set.Parameter is { } parameter && parameter.Ordinal == argument.Parameter?.Ordinal);

    private void Set(RequestCall call, RequestField field, IOperation? value)
    {
        if (!Type.IsTokenChoice(field))
        {
            _inputs[field] = value;
        }
        else if (call.Kind == RequestCallKind.Begin && value?.ConstantValue is { HasValue: true, Value: null })
        {
            // A constructor's optional token that is left out.
            return;
        }
        else
        {
            ChooseToken(field.IsToken ? value : null);
        }
    }

    private void ChooseToken(IOperation? token)
    {
        Token = token;
        HasTokenChoice = true;
    }
}
