using System.Collections.Immutable;
using AppFlow.Fluent.Analyzers.Libraries;
using AppFlow.Fluent.Rules.Shapes;
using AppFlow.Fluent.Rules.Terms;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Usage;

/// <summary>Decides which values of an earlier call a later call of a chain overwrites.</summary>
/// <param name="library">The requests of the compilation.</param>
internal sealed class LostValues(RequestLibrary library)
{
    private const string Key = "AllIsLost";

    /// <summary>Whether the call certainly sets the field: an omitted optional parameter does not.</summary>
    public static bool Gives(RequestFieldSet set) => !set.IsUncertain && !Constant.Null.Equals(set.Constant);

    /// <summary>The field, or the common one of client token and operation id, of which the last one set wins.</summary>
    public static Field ChoiceOf(RequestFieldSet set, RequestCall call) =>
        set.Field.Role == FieldRole.OperationId && call.Shape.Token is { } token ? token : set.Field;

    /// <summary>Whether the later call overwrites the earlier value of a field.</summary>
    public bool Loses(RequestCall earlier, RequestFieldSet before, RequestCall later, RequestFieldSet after)
    {
        if (!Gives(after) || after.Inputs.Any(input => input.Type?.TypeKind == TypeKind.Delegate) || Gathers(before))
        {
            return false;
        }

        // WithForceDelete() has the same effect each time.
        if (earlier.Target is IMethodSymbol { Parameters.IsEmpty: true } && SymbolEqualityComparer.Default.Equals(earlier.Target, later.Target))
        {
            return false;
        }

        // WithWidth and WithHeight may set two parts of one field; WithLambda sets the whole config.
        var part = PartOf(later, after);
        return (part is null || PartOf(earlier, before) == part || IsOnlyPart(after)) && !library.Setters.MayRead(later, after, part);
    }

    /// <summary>Whether the later call overwrites everything that the earlier one sets, so that the earlier call can be removed.</summary>
    public bool AllOf(RequestCall earlier, RequestCall later) => earlier.Sets
        .Where(Gives)
        .All(before => later.Sets.Any(after => ChoiceOf(before, earlier) == ChoiceOf(after, later) && Loses(earlier, before, later, after)));

    /// <summary>The property that passes this from a diagnostic to its code fix.</summary>
    public static ImmutableDictionary<string, string?> Encode(bool allIsLost) =>
        allIsLost ? ImmutableDictionary<string, string?>.Empty.Add(Key, null) : ImmutableDictionary<string, string?>.Empty;

    // Each call may add to a collection.
    private static bool Gathers(RequestFieldSet set) =>
        set.Property?.Type is { SpecialType: not SpecialType.System_String } type
        && (type.TypeKind == TypeKind.Array || type.AllInterfaces.Any(face => face.SpecialType == SpecialType.System_Collections_IEnumerable));

    // The part of a field that a With… is named after; null if it sets the whole field.
    private static string? PartOf(RequestCall call, RequestFieldSet set) =>
        call is { Request: { } kind, Target: IMethodSymbol method }
        && RequestNames.IsWith(method.Name)
        && RequestNames.AfterWith(method.Name) is var name
        && kind.PropertyNamed(name) is null
        && set.Property is { } property
        && RequestProperties.HasPart(property.Type, name)
            ? name
            : null;

    private static bool IsOnlyPart(RequestFieldSet set) => set.Property is { Type: var type } && RequestProperties.Of(type).Take(2).Count() == 1;
}
