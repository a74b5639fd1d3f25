using AppFlow.Fluent.Rules.Shapes;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>Reads a property's constraints from its System.ComponentModel.DataAnnotations attributes.</summary>
internal sealed class FieldConstraints : ValueConstraints
{
    private FieldConstraints()
    {
    }

    /// <summary>The constraints of the property, or else of the property that it overrides.</summary>
    public static FieldConstraints Of(ISymbol property)
    {
        AttributeData? required = null, length = null, pattern = null, range = null;
        for (var current = property; current is not null; current = (current as IPropertySymbol)?.OverriddenProperty)
        {
            foreach (var attribute in current.GetAttributes())
            {
                switch (NameOf(attribute))
                {
                    case "RequiredAttribute":
                        required ??= attribute;
                        break;
                    case "StringLengthAttribute" when attribute.ConstructorArguments.Length == 1:
                        length ??= attribute;
                        break;
                    case "RegularExpressionAttribute" when attribute.ConstructorArguments.Length == 1:
                        pattern ??= attribute;
                        break;
                    case "RangeAttribute" when attribute.ConstructorArguments.Length == 2:
                        range ??= attribute;
                        break;
                }
            }
        }

        return new FieldConstraints
        {
            IsRequired = required is not null,
            AcceptsBlank = Named(required, "AllowEmptyStrings") is true,
            MinLength = Named(length, "MinimumLength") as int?,
            MaxLength = Argument(length, 0) as int?,
            Pattern = Argument(pattern, 0) as string,
            Minimum = Number(Argument(range, 0)),
            Maximum = Number(Argument(range, 1)),
            IsMinimumExclusive = Named(range, "MinimumIsExclusive") is true,
            IsMaximumExclusive = Named(range, "MaximumIsExclusive") is true,
        };
    }

    // The name of an attribute of System.ComponentModel.DataAnnotations; null for any other.
    private static string? NameOf(AttributeData attribute) =>
        attribute.AttributeClass is
        {
            ContainingNamespace:
            {
                Name: "DataAnnotations",
                ContainingNamespace: { Name: "ComponentModel", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } },
            },
        }
            type
            ? type.Name
            : null;

    private static object? Argument(AttributeData? attribute, int index) =>
        attribute?.ConstructorArguments[index] is { Kind: not TypedConstantKind.Array } constant ? constant.Value : null;

    private static object? Named(AttributeData? attribute, string name)
    {
        if (attribute is not null)
        {
            foreach (var argument in attribute.NamedArguments)
            {
                if (argument.Key == name && argument.Value.Kind != TypedConstantKind.Array)
                {
                    return argument.Value.Value;
                }
            }
        }

        return null;
    }

    private static double? Number(object? value) => value switch
    {
        int number => number,
        double number => number,
        _ => null,
    };
}
