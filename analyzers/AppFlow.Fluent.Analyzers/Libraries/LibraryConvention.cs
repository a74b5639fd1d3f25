using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>
/// What methods of AppFlow.Fluent, and of request classes without source, set: the name decides for <c>With…</c>, the parameter names for
/// any other method.
/// </summary>
internal static class LibraryConvention
{
    /// <summary>The class of the library's entry points.</summary>
    public const string EntryPoints = "AppFlow.Fluent.ConnectorRegistration";

    public static ImmutableArray<ConventionalSet> SetsOf(RequestKind kind, IMethodSymbol method)
    {
        var values = method.IsExtensionMethod ? method.Parameters.RemoveAt(0) : method.Parameters;
        if (method.MethodKind != MethodKind.Constructor && RequestNames.IsWith(method.Name))
        {
            var name = RequestNames.AfterWith(method.Name);
            var parameter = values.Length == 1 ? values[0] : null;
            if (kind.PropertyNamed(name) is { } property)
            {
                return [new ConventionalSet(property, parameter, PartOf(property, parameter), MadeBy: null)];
            }

            // WithLambda sets ConnectorProvisioningConfig, whose class has a property Lambda: a With… may be named after a part of the
            // field.
            return kind.Properties.FirstOrDefault(candidate => RequestProperties.HasPart(candidate.Type, name)) is { } whole
                ? [new ConventionalSet(whole, parameter, PartOf(whole, parameter), FactoryOf(whole.Type, name, parameter))]
                : [];
        }

        return
        [
            .. values
                .Select(parameter => (Property: kind.PropertyNamed(parameter.Name), Parameter: parameter))
                .Where(pair => pair.Property is not null)
                .Select(pair => new ConventionalSet(pair.Property!, pair.Parameter, Part: null, MadeBy: null)),
        ];
    }

    private static IPropertySymbol? PartOf(IPropertySymbol property, IParameterSymbol? parameter) =>
        parameter is null || SymbolEqualityComparer.Default.Equals(parameter.Type, property.Type)
            ? null
            : RequestProperties.PartNamed(property.Type, parameter.Name);

    // ConnectorProvisioningConfig.ForLambda(lambdaArn) creates what WithLambda(lambdaArn) sets.
    private static IMethodSymbol? FactoryOf(ITypeSymbol type, string name, IParameterSymbol? parameter) =>
        parameter is null
            ? null
            : type.GetMembers("For" + name).OfType<IMethodSymbol>().FirstOrDefault(method =>
                method.IsStatic && method.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(method.Parameters[0].Type, parameter.Type));
}
