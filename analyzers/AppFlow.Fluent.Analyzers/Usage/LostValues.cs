using System.Collections.Immutable;
using AppFlow.Fluent.Analyzers.Libraries;
using AppFlow.Fluent.Rules.Shapes;
using AppFlow.Fluent.Rules.Terms;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Usage;

/// <summary>What a later call of a chain leaves of the values that an earlier one sets.</summary>
/// <param name="library">The requests of the compilation.</param>
internal sealed class LostValues(RequestLibrary library)
{
    private const string Key = "AllIsLost";

    /// <summary>Whether the call is sure to give the field something: an optional parameter left out does not.</summary>
    public static bool Gives(RequestFieldSet set) => !set.IsUncertain && !Constant.Null.Equals(set.Constant);

    /// <summary>The field, or the one that stands for a choice: of a client token and an operation id the last made holds.</summary>
    public static Field ChoiceOf(RequestFieldSet set, RequestCall call) =>
        set.Field.Role == FieldRole.OperationId && call.Shape.Token is { } token ? token : set.Field;

    /// <summary>Whether the earlier value of a field, or of a choice, is lost to the later call.</summary>
    public bool Loses(RequestCall earlier, RequestFieldSet before, RequestCall later, RequestFieldSet after)
    {
        if (!Gives(after) || after.Inputs.Any(input => input.Type?.TypeKind == TypeKind.Delegate) || Gathers(before))
        {
            return false;
        }

        // WithForceDelete() says the same each time.
        if (earlier.Target is IMethodSymbol { Parameters.IsEmpty: true } && SymbolEqualityComparer.Default.Equals(earlier.Target, later.Target))
        {
            return false;
        }

        // WithWidth and WithHeight may set two parts of one field; WithLambda sets all that there is of a config.
        var part = PartOf(later, after);
        return (part is null || PartOf(earlier, before) == part || IsOnlyPart(after)) && !library.Setters.MayRead(later, after, part);
    }

    /// <summary>Whether nothing of what the earlier call sets outlives the later one, so that the earlier call can go.</summary>
    public bool AllOf(RequestCall earlier, RequestCall later) => earlier.Sets
        .Where(Gives)
        .All(before => later.Sets.Any(after => ChoiceOf(before, earlier) == ChoiceOf(after, later) && Loses(earlier, before, later, after)));

    /// <summary>How a diagnostic tells its code fix.</summary>
    public static ImmutableDictionary<string, string?> Encode(bool allIsLost) =>
        allIsLost ? ImmutableDictionary<string, string?>.Empty.Add(Key, null) : ImmutableDictionary<string, string?>.Empty;

    // A collection may be added to by each call.
    private static bool Gathers(RequestFieldSet set) =>
        set.Property?.Type is { SpecialType: not SpecialType.System_String } type
        && (type.TypeKind == TypeKind.Array || type.AllInterfaces.Any(face => face.SpecialType == SpecialType.System_Collections_IEnumerable));

    // The part of a field that a With… is named after; null when it sets the whole field.
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
