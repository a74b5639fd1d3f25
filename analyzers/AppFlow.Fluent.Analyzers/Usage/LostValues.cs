using System.Collections.Immutable;
using AppFlow.Fluent.Analyzers.Requests;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Usage;

/// <summary>What a later call of a chain leaves of the values that an earlier one sets.</summary>
/// <param name="model">The requests of the compilation.</param>
/// <param name="compilation">The compilation.</param>
/// <param name="cancellationToken">Cancels the operation.</param>
internal sealed class LostValues(FluentModel model, Compilation compilation, CancellationToken cancellationToken)
{
    private const string Key = "AllIsLost";

    /// <summary>Whether the earlier value of a field, or of a choice, is lost to the later call.</summary>
    public bool Loses(RequestCall earlier, SetField before, RequestCall later, SetField after)
    {
        if (!later.Gives(after) || after.Parameter is { Type.TypeKind: TypeKind.Delegate } || Gathers(before.Field))
        {
            return false;
        }

        // WithForceDelete() says the same each time.
        if (Values(earlier) == 0 && SymbolEqualityComparer.Default.Equals(earlier.Method.OriginalDefinition, later.Method.OriginalDefinition))
        {
            return false;
        }

        // WithWidth and WithHeight may set two parts of one field; WithLambda sets all that there is of a config.
        var part = PartOf(later, after);
        if (part is not null && PartOf(earlier, before) != part && !IsOnlyPart(after.Field))
        {
            return false;
        }

        // A setter of the user's own may add to what is there. AppFlow.Fluent's do not, and a Begin has nothing to add to.
        return model.IsOfLibrary(later.Method) || !SetterBodies.MayRead(later.Method, after.Field.Name, part, compilation, cancellationToken);
    }

    /// <summary>Whether nothing of what the earlier call sets outlives the later one, so that the earlier call can go.</summary>
    public bool AllOf(RequestCall earlier, RequestCall later) => earlier.Sets
        .Where(before => earlier.Gives(before))
        .All(before => later.Sets.Any(after => later.Request.SameChoice(before.Field, after.Field) && Loses(earlier, before, later, after)));

    /// <summary>How a diagnostic tells its code fix.</summary>
    public static ImmutableDictionary<string, string?> Encode(bool allIsLost) =>
        allIsLost ? ImmutableDictionary<string, string?>.Empty.Add(Key, null) : ImmutableDictionary<string, string?>.Empty;

    public static bool IsAllLost(Diagnostic diagnostic) => diagnostic.Properties.ContainsKey(Key);

    private static int Values(RequestCall call) => call.Method.Parameters.Length - (call.Method is { IsExtensionMethod: true, ReducedFrom: null } ? 1 : 0);

    // A collection may be added to by each call.
    private static bool Gathers(RequestField field) =>
        field.Property.Type is not { SpecialType: SpecialType.System_String } and var type
        && (type.TypeKind == TypeKind.Array || type.AllInterfaces.Any(face => face.SpecialType == SpecialType.System_Collections_IEnumerable));

    // The part of a field that a With… is named after; null when it sets the whole field.
    private static string? PartOf(RequestCall call, SetField set) =>
        RequestType.NameAfterWith(call.Method) is { } name
        && call.Request.FieldNamed(name) is null
        && (set.Parameter is null || call.Request.FieldNamed(set.Parameter.Name) is null)
            ? name
            : null;

    private static bool IsOnlyPart(RequestField field) => RequestType.PropertiesOf(field.Property.Type).Take(2).Count() == 1;
}
