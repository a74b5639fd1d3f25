using System.Collections.Immutable;
using AppFlow.Fluent.Analyzers.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>Determines what operations do to requests, except for wrappers.</summary>
internal sealed class RequestCalls(RequestLibrary library)
{
    public RequestCall? Of(IOperation? operation) => Of(operation, reading: null);

    /// <param name="operation">The operation.</param>
    /// <param name="reading">The reading that the operation is part of; null if it is not part of one.</param>
    public RequestCall? Of(IOperation? operation, Reading? reading) => operation switch
    {
        IInvocationOperation invocation => OfInvocation(invocation, reading),
        IObjectCreationOperation { Constructor: { } constructor } creation when library.KindOf(creation.Type) is { } kind =>
            OfCreation(kind, creation, constructor, reading),
        IWithOperation with when library.KindOf(with.Operand.Type) is { } kind => OfCopy(kind, with),
        IAssignmentOperation { Target: IPropertyReferenceOperation { Instance: { } instance } target } assignment
            when assignment.Parent is not IObjectOrCollectionInitializerOperation && library.KindOf(instance.Type) is { } kind
            => OfAssignment(kind, assignment, target.Property, instance),
        IIncrementOrDecrementOperation { Target: IPropertyReferenceOperation { Instance: { } instance } target } step when library.KindOf(instance.Type) is { } kind
            && kind.PropertyOf(target.Property) is { } property
            => new RequestCall(RequestCallKind.Mutate, kind, step, property, [new RequestFieldSet(kind, property) { Accumulates = true }]) { Source = instance },
        _ => null,
    };

    /// <summary>The effect of a <c>with</c> on a request, whatever its static type.</summary>
    public static RequestCall OfCopy(RequestKind kind, IWithOperation with) =>
        new(RequestCallKind.With, kind, with, kind.Symbol, [.. InitializerSets(kind, with.Initializer)]) { Source = with.Operand };

    /// <summary>The effect of a constructor, called by <c>new</c>, <c>this(…)</c> or <c>base(…)</c>.</summary>
    public RequestCall Constructed(
        RequestKind kind, IOperation operation, IMethodSymbol constructor, ImmutableArray<IArgumentOperation> arguments, Reading? reading)
    {
        if (library.IsRead(kind, constructor))
        {
            var summary = library.Bodies.SummaryOf(constructor, kind, reading);
            var source = summary.Origin is IParameterSymbol copied ? CallArguments.ValueOf(arguments, copied) : null;
            var sets = SummarySets.Of(kind, summary, arguments, source is not null);
            return new RequestCall(RequestCallKind.Begin, kind, operation, constructor.OriginalDefinition, [.. sets])
            {
                Source = source,
                IsOpen = summary.IsOpen || (summary.Origin is not null && source is null),
            };
        }

        var copiedArgument = constructor.OriginalDefinition.Parameters.FirstOrDefault(parameter => library.KindOf(parameter.Type) == kind) is { } other
            ? CallArguments.ValueOf(arguments, other)
            : null;
        return new RequestCall(RequestCallKind.Begin, kind, operation, constructor.OriginalDefinition, ConventionalSets(kind, constructor, arguments))
        {
            Source = copiedArgument,
            IsOpen = !kind.IsOfLibrary && !IsKnownOfSdk(kind, constructor),
        };
    }

    private RequestCall OfCreation(RequestKind kind, IObjectCreationOperation creation, IMethodSymbol constructor, Reading? reading)
    {
        var constructed = Constructed(kind, creation, constructor, creation.Arguments, reading);
        var sets = new List<RequestFieldSet>(constructed.AllSets);
        if (creation.Initializer is { } initializer)
        {
            foreach (var set in InitializerSets(kind, initializer))
            {
                sets.RemoveAll(earlier => SymbolEqualityComparer.Default.Equals(earlier.Property, set.Property));
                sets.Add(set);
            }
        }

        // The compiler ensures that a required member is set.
        foreach (var property in kind.RequiredMembers)
        {
            if (!sets.Any(set => SymbolEqualityComparer.Default.Equals(set.Property, property)))
            {
                sets.Add(new RequestFieldSet(kind, property));
            }
        }

        AddSetAlong(kind, sets);
        return new RequestCall(RequestCallKind.Begin, kind, creation, constructed.Target, sets) { Source = constructed.Source, IsOpen = constructed.IsOpen };
    }

    private RequestCall? OfInvocation(IInvocationOperation invocation, Reading? reading)
    {
        var method = invocation.TargetMethod;
        if (method.IsStatic && !method.IsExtensionMethod && !ExtensionBlocks.IsMember(method))
        {
            return AnnotationNames.IsLibraryType(method.ContainingType, "ConnectorRegistration")
                && library.IsOfLibrary(method)
                && library.KindOf(method.ReturnType) is { } begun
                ? new RequestCall(RequestCallKind.Begin, begun, invocation, method.OriginalDefinition, ConventionalSets(begun, method, invocation.Arguments))
                : null;
        }

        if (RawSends.Of(invocation, library) is { } raw)
        {
            return raw;
        }

        if (RawSends.OfOwnMethod(invocation, library) is { } changed)
        {
            return changed;
        }

        if (RequestNames.IsSend(method.Name) && OfSend(invocation, method) is { } sent)
        {
            return sent;
        }

        if (RequestNames.IsEnumerate(method.Name))
        {
            return library.IsOfLibrary(method) && library.KindOf(invocation.Instance?.Type) is { } listed
                ? new RequestCall(RequestCallKind.Enumerate, listed, invocation, method.OriginalDefinition, [])
                {
                    Source = invocation.Instance,
                    Client = ClientOf(invocation),
                }
                : null;
        }

        var isExtension = method.IsExtensionMethod || ExtensionBlocks.IsMember(method);
        return (isExtension || RequestNames.IsWith(method.Name)) && library.KindOf(method.ReturnType) is { } kind
            && ReceiverOf(invocation) is { } receiver && library.KindOf(receiver.Type) == kind
            ? OfWith(kind, invocation, method, receiver, reading)
            : null;
    }

    private RequestCall OfWith(RequestKind kind, IInvocationOperation invocation, IMethodSymbol method, IOperation receiver, Reading? reading)
    {
        if (library.IsRead(kind, method))
        {
            var summary = library.Bodies.SummaryOf(method, kind, reading);
            var isOther = summary.Origin is not null && !IsReceiver(summary.Origin, kind, method);
            var changesReceiver = summary.ReturnsSource && summary.Values.Count > 0;

            // A method that is not based on its receiver starts a new request: what it does not set is unset.
            return new RequestCall(
                changesReceiver ? RequestCallKind.Mutate : RequestCallKind.With,
                kind,
                invocation,
                method.OriginalDefinition,
                [.. SummarySets.Of(kind, summary, invocation.Arguments, hasSource: true, unsetsOthers: summary.Origin is null && !summary.IsOpen)])
            {
                Source = receiver,
                IsOpen = summary.IsOpen || isOther,
                ReturnsSource = summary.ReturnsSource,
            };
        }

        var sets = ConventionalSets(kind, method, invocation.Arguments);
        var isKnown = !method.IsExtensionMethod && !ExtensionBlocks.IsMember(method) && sets.Count > 0 && (kind.IsOfLibrary || method.Parameters.Length == 1);
        return new RequestCall(RequestCallKind.With, kind, invocation, method.OriginalDefinition, isKnown ? sets : []) { Source = receiver, IsOpen = !isKnown };
    }

    /// <summary>
    /// The effect of another method of the request's own class, such as a copy method, for bodies that call it. Null if it cannot be read.
    /// </summary>
    public RequestCall? OfOwnMethod(RequestKind kind, IInvocationOperation invocation, Reading? reading)
    {
        var method = invocation.TargetMethod;
        if (method.IsVirtual
            || method.IsOverride
            || library.KindOf(method.ReturnType) != kind
            || library.KindOf(method.ContainingType) != kind
            || !library.IsRead(kind, method))
        {
            return null;
        }

        if (invocation.Instance is { } receiver)
        {
            return OfWith(kind, invocation, method, receiver, reading);
        }

        var summary = library.Bodies.SummaryOf(method, kind, reading);
        return summary is { IsOpen: false, Origin: null }
            ? new RequestCall(RequestCallKind.Begin, kind, invocation, method.OriginalDefinition, [.. SummarySets.Of(kind, summary, invocation.Arguments, hasSource: false)])
            : null;
    }

    private RequestCall? OfSend(IInvocationOperation invocation, IMethodSymbol method)
    {
        if (!method.IsExtensionMethod
            && ClientTypes.IsAppFlowClient(method.ContainingType)
            && CallArguments.First(invocation) is { } first)
        {
            return first.Value.Unwrapped() is var request && library.SentKindOf(request.Type) is { IsOfLibrary: true } handed
                ? new RequestCall(RequestCallKind.Send, handed, invocation, method.OriginalDefinition, []) { Source = request, Client = invocation.Instance }
                : null;
        }

        var isOwn = !method.IsExtensionMethod && !ExtensionBlocks.IsMember(method);
        return ReceiverOf(invocation) is { } receiver
            && library.KindOf(receiver.Type) is { } kind
            && (isOwn || library.IsOfLibrary(method))
            && library.KindOf(method.ReturnType) is null
            && !TakesField(kind, method)
            ? new RequestCall(RequestCallKind.Send, kind, invocation, method.OriginalDefinition, []) { Source = receiver, Client = ClientOf(invocation) }
            : null;
    }

    // An SDK constructor sets only the properties with the names of its parameters.
    private static bool IsKnownOfSdk(RequestKind kind, IMethodSymbol constructor) =>
        kind.Raw is not null
        && AwsSdkTypes.IsOfSdk(constructor.ContainingType)
        && constructor.Parameters.All(parameter => kind.PropertyNamed(parameter.Name) is not null);

    // A property that counts as set because another one is.
    private static void AddSetAlong(RequestKind kind, List<RequestFieldSet> sets)
    {
        List<RequestFieldSet>? along = null;
        foreach (var set in sets)
        {
            if (set.Property is { } property && kind.SetAlong(property) is { } other && !(set.Value is { ConstantValue: { HasValue: true, Value: null } }))
            {
                (along ??= []).Add(new RequestFieldSet(kind, other));
            }
        }

        if (along is null)
        {
            return;
        }

        foreach (var set in along)
        {
            sets.RemoveAll(earlier => SymbolEqualityComparer.Default.Equals(earlier.Property, set.Property));
            sets.Add(set);
        }
    }

    private bool TakesField(RequestKind kind, IMethodSymbol method)
    {
        foreach (var parameter in method.Parameters)
        {
            if (library.IsToken(parameter)
                || (parameter.Type.Name != "CancellationToken" && kind.PropertyNamed(parameter.Name) is { } property && kind.FieldOf(property) is not null))
            {
                return true;
            }
        }

        return false;
    }

    private static RequestCall? OfAssignment(RequestKind kind, IAssignmentOperation assignment, IPropertySymbol property, IOperation instance)
    {
        if (kind.PropertyOf(property) is not { } own)
        {
            return null;
        }

        var set = assignment is ISimpleAssignmentOperation
            ? new RequestFieldSet(kind, own) { Value = assignment.Value, IsWhole = true, Inputs = [assignment.Value] }
            : new RequestFieldSet(kind, own) { Inputs = [assignment.Value], Accumulates = true };
        var sets = new List<RequestFieldSet> { set };
        AddSetAlong(kind, sets);
        return new RequestCall(RequestCallKind.Mutate, kind, assignment, own, sets) { Source = instance };
    }

    private static IEnumerable<RequestFieldSet> InitializerSets(RequestKind kind, IObjectOrCollectionInitializerOperation initializer)
    {
        foreach (var member in initializer.Initializers)
        {
            switch (member)
            {
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment when kind.PropertyOf(target.Property) is { } property:
                    yield return new RequestFieldSet(kind, property) { Value = assignment.Value, IsWhole = true, Inputs = [assignment.Value] };
                    break;
                case IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation target } when kind.PropertyOf(target.Property) is { } property:
                    yield return new RequestFieldSet(kind, property) { Accumulates = true };
                    break;
            }
        }
    }

    private static List<RequestFieldSet> ConventionalSets(RequestKind kind, IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments)
    {
        var sets = new List<RequestFieldSet>();
        foreach (var set in kind.ConventionOf(method.OriginalDefinition))
        {
            if (set.Parameter is null)
            {
                // WithForceDelete() sets the flag with its name.
                sets.Add(new RequestFieldSet(kind, set.Property)
                {
                    Constant = method.Parameters.IsEmpty && set.Property.Type.SpecialType == SpecialType.System_Boolean ? AppFlow.Fluent.Rules.Terms.Constant.True : null,
                });
            }
            else if (CallArguments.ValueOf(arguments, set.Parameter) is { } value && !CallArguments.IsDefaultNull(set.Parameter, value))
            {
                sets.Add(new RequestFieldSet(kind, set.Property)
                {
                    Value = value,
                    IsWhole = set.Part is null && set.MadeBy is null,
                    Part = set.Part,
                    MadeBy = set.MadeBy,
                    Inputs = [value],
                });
            }
        }

        return sets;
    }

    private static bool IsReceiver(ISymbol origin, RequestKind kind, IMethodSymbol method) =>
        SymbolEqualityComparer.Default.Equals(origin, kind.Symbol)
        || (method.IsExtensionMethod && SymbolEqualityComparer.Default.Equals(origin, method.OriginalDefinition.Parameters[0]));

    private static IOperation? ReceiverOf(IInvocationOperation invocation) =>
        invocation.Instance
        ?? (invocation.TargetMethod.IsExtensionMethod ? CallArguments.First(invocation)?.Value : null);

    private static IOperation? ClientOf(IInvocationOperation invocation) => invocation.Arguments
        .FirstOrDefault(argument => argument.Parameter is { } parameter && CallArguments.IsWritten(argument) && ClientTypes.IsClient(parameter.Type))?.Value;
}
